package io.namesake.application.internal;

import static io.namesake.application.TestApplicant.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.SpecimenPassport;
import io.namesake.application.TestApplicant;
import io.namesake.face.PresentationAttack.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A document that speaks for itself, under the policy that is shipped. */
@NamesakeTest
@Import({ScriptedFaces.Configuration.class, SpecimenPassport.Trusted.class})
@TestPropertySource(properties = "namesake.policy=")
class DocumentIntakeTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @BeforeEach
    void faces_match() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
    }

    @Test
    void a_chip_of_a_trusted_issuer_is_read_confirmed_and_verifies() {
        var applicant = TestApplicant.withConsent(http);
        var application = applicant
                .chip(SpecimenPassport.TRUSTED.chip())
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(application.at("/document/source").asString()).isEqualTo("CHIP");
        assertThat(application.at("/document/strength").asString()).isEqualTo("STRONG");
        assertThat(application.at("/document/confirmed").asBoolean()).isFalse();

        var reading = applicant.whatWasRead();
        assertThat(reading.get("familyName").asString()).isEqualTo("MUELLER");
        assertThat(reading.at("/checks/0/title").asString()).isNotBlank();
        applicant.confirm(SpecimenPassport.FIELDS).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();

        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(kindsKept(applicant)).isEmpty();
        assertThat(decidedLog(applicant))
                .contains("\"evidence\":\"CHIP\"", "\"strength\":\"STRONG\"", "\"corrected\":\"\"");
    }

    @Test
    void the_portrait_that_was_read_is_shown_to_its_own_applicant_and_to_nobody_else() {
        var applicant = TestApplicant.withConsent(http);
        assertProblem(applicant.portrait(), 409, "application-incomplete");
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        assertProblem(applicant.portrait(), 409, "application-incomplete");
        applicant.chip(SpecimenPassport.TRUSTED.chip()).expectStatus().isOk();

        assertThat(applicant.whatWasRead().get("portrait").asBoolean()).isTrue();
        var portrait = applicant
                .portrait()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/jpeg")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(portrait).isEqualTo(Pictures.DOCUMENT_OF_A);
        var path = "/v1/applications/" + applicant.id + "/document/portrait";
        assertProblem(
                http.bearer(TestApplicant.withConsent(http).sessionToken)
                        .get()
                        .uri(path)
                        .exchange(),
                404,
                "application-unknown");
        http.operator().get().uri(path).exchange().expectStatus().isForbidden();
        http.anyone().get().uri(path).exchange().expectStatus().isUnauthorized();

        applicant.confirm(SpecimenPassport.FIELDS).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        applicant.decided();
        assertProblem(applicant.portrait(), 409, "already-submitted");
    }

    @Test
    void a_chip_that_answers_our_own_challenge_is_no_copy_and_an_old_answer_proves_nothing() {
        var applicant = TestApplicant.withConsent(http);
        var chip = SpecimenPassport.TRUSTED.chipThatAnswers(challengeFor(applicant));
        applicant.chip(chip).expectStatus().isOk();
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("SUPERIOR");
        // The challenge is used up: the same files once more are no stronger than files.
        applicant.chip(chip).expectStatus().isOk();
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("STRONG");
        challengeFor(applicant);
        applicant.chip(chip).expectStatus().isOk();
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("STRONG");
    }

    private static String challengeFor(TestApplicant applicant) {
        return applicant
                .chipChallenge()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("challenge")
                .asString();
    }

    @Test
    void what_was_read_counts_only_after_the_applicant_has_confirmed_it() {
        var applicant = TestApplicant.withConsent(http);
        applicant.chip(SpecimenPassport.TRUSTED.chip()).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertProblem(applicant.submit(), 409, "application-incomplete");
    }

    @Test
    void a_correction_goes_to_a_person_and_is_named_in_the_log_without_its_value() {
        var applicant = TestApplicant.withConsent(http);
        applicant.chip(SpecimenPassport.TRUSTED.chip()).expectStatus().isOk();
        applicant.confirm(changed("givenNames", "Somebody Else")).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();

        assertThat(reasons(applicant.decided())).containsExactly("FIELDS_CORRECTED");
        assertThat(decidedLog(applicant))
                .contains("\"corrected\":\"GIVEN_NAMES\"")
                .doesNotContain("Somebody");
    }

    @Test
    void a_file_that_was_changed_is_refused_and_no_face_is_compared() {
        var applicant = TestApplicant.withConsent(http);
        applicant.chip(SpecimenPassport.TRUSTED.forgedChip()).expectStatus().isOk();
        applicant.confirm(fieldsOf(applicant.whatWasRead())).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        int asked = faces.asked();

        var application = applicant.decided();

        assertThat(application.get("state").asString()).isEqualTo("REFUSED");
        assertThat(reasons(application)).containsExactly("DOCUMENT_NOT_GENUINE");
        assertThat(faces.asked()).isEqualTo(asked);
    }

    @Test
    void a_chip_that_nobody_vouches_for_goes_to_a_person() {
        var applicant = TestApplicant.withConsent(http);
        applicant.chip(SpecimenPassport.UNTRUSTED.chip()).expectStatus().isOk();
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("FAIR");
        applicant.confirm(SpecimenPassport.FIELDS).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("EVIDENCE_TOO_WEAK");
    }

    @Test
    void a_printed_specimen_of_no_country_is_refused_as_one_where_no_switch_lets_it_count() {
        var applicant = TestApplicant.withConsent(http);
        applicant.pages(DocumentPagesTest.passport()).expectStatus().isOk();
        applicant.confirm(fieldsOf(applicant.whatWasRead())).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        int asked = faces.asked();

        var application = applicant.decided();

        assertThat(application.get("state").asString()).isEqualTo("REFUSED");
        assertThat(reasons(application)).containsExactly("DOCUMENT_IS_SPECIMEN");
        assertThat(faces.asked()).isEqualTo(asked);
    }

    @Test
    void typed_fields_go_to_a_person_under_the_shipped_policy() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        assertThat(applicant.state().at("/document/source").asString()).isEqualTo("TYPED");
        assertThat(applicant.state().at("/document/confirmed").asBoolean()).isTrue();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("EVIDENCE_TOO_WEAK");
    }

    @Test
    void another_document_takes_the_place_of_all_that_was_known_of_the_one_before() {
        var applicant = TestApplicant.withConsent(http);
        applicant.chip(SpecimenPassport.TRUSTED.chip()).expectStatus().isOk();
        applicant.confirm(SpecimenPassport.FIELDS).expectStatus().isOk();
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        assertThat(kindsKept(applicant))
                .containsExactlyInAnyOrder("DOCUMENT_IMAGE", "DOCUMENT_QUALITY", "DOCUMENT_FIELDS");
        assertProblem(applicant.reading(), 409, "application-incomplete");
        assertProblem(applicant.confirm(SpecimenPassport.FIELDS), 409, "application-incomplete");

        applicant.chip(SpecimenPassport.TRUSTED.chip()).expectStatus().isOk();
        assertThat(applicant.state().at("/document/confirmed").asBoolean()).isFalse();
    }

    @Test
    void what_is_no_chip_or_lacks_a_part_is_sent_back_with_words_and_not_kept() {
        var applicant = TestApplicant.withConsent(http);
        for (var bad : List.of(
                new byte[0],
                "This is a letter.".getBytes(),
                Pictures.SELFIE_OF_A,
                SpecimenPassport.TRUSTED.chipWithout("EF.DG1"),
                SpecimenPassport.TRUSTED.chipWithout("EF.DG2"))) {
            assertProblem(applicant.chip(bad), 422, "document-unreadable");
        }
        assertThat(kindsKept(applicant)).isEmpty();
    }

    @Test
    void nobody_but_the_applicant_sees_what_was_read_and_nothing_is_read_before_consent() {
        var applicant = TestApplicant.withSession(http);
        assertProblem(applicant.chip(SpecimenPassport.TRUSTED.chip()), 409, "consent-required");
        http.operator()
                .get()
                .uri("/v1/applications/" + applicant.id + "/document/reading")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static Map<String, String> fieldsOf(JsonNode reading) {
        var fields = new HashMap<String, String>();
        SpecimenPassport.FIELDS
                .keySet()
                .forEach(name -> fields.put(name, reading.get(name).asString()));
        return fields;
    }

    private static Map<String, String> changed(String name, String value) {
        var fields = new HashMap<>(SpecimenPassport.FIELDS);
        fields.put(name, value);
        return fields;
    }

    private static void assertProblem(
            org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec answer, int status, String slug) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + slug);
    }

    private List<String> kindsKept(TestApplicant applicant) {
        return jdbc.sql("select kind from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(String.class)
                .list();
    }

    private String decidedLog(TestApplicant applicant) {
        return jdbc.sql("select details::text from audit_entry where subject_id = :id and type = 'application.decided'")
                .param("id", applicant.id)
                .query(String.class)
                .single();
    }
}
