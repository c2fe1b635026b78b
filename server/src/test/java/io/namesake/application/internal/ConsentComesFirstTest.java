package io.namesake.application.internal;

import static io.namesake.application.internal.RoadTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.face.Assessment;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Promise 2: no face before a recorded consent, and always another way. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class ConsentComesFirstTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @BeforeEach
    void every_picture_has_a_face() {
        faces.see(() -> new Assessment.Usable(ScriptedFaces.FACE));
    }

    @Test
    void no_face_is_processed_before_a_recorded_consent() {
        var applicant = TestApplicant.withSession(http);
        int askedBefore = faces.asked();

        problem(applicant.document(Pictures.DOCUMENT_OF_A), 409, "consent-required");
        problem(applicant.selfie(Pictures.SELFIE_OF_A), 409, "consent-required");
        problem(applicant.assess(Pictures.SELFIE_OF_A), 409, "consent-required");
        problem(applicant.drawChallenge(), 409, "consent-required");
        problem(applicant.submit(), 409, "consent-required");

        assertThat(faces.asked()).isEqualTo(askedBefore);
        assertThat(evidence(applicant)).isZero();
    }

    @Test
    void the_consent_is_recorded_with_the_version_of_the_text_and_once() {
        var applicant = TestApplicant.withSession(http);
        applicant.consent(http).expectBody().jsonPath("$.state").isEqualTo("CONSENTED");
        var first = applicant.state().get("consent").get("givenAt").asString();
        applicant
                .consent(http)
                .expectBody()
                .jsonPath("$.consent.givenAt")
                .isEqualTo(first)
                .jsonPath("$.consent.textVersion")
                .value(version -> assertThat((String) version).matches("1-[0-9a-f]{8}"));
    }

    @Test
    void consent_to_a_text_that_is_not_the_current_one_does_not_count() {
        var applicant = TestApplicant.withSession(http);
        var answer = applicant.post("consent", Map.of("textVersion", "1-00000000", "locale", "en", "accepted", true));
        problem(answer, 409, "consent-text-outdated");
        assertThat(applicant.state().get("state").asString()).isEqualTo("CREATED");
    }

    @Test
    void a_consent_that_does_not_accept_is_no_consent() {
        var applicant = TestApplicant.withSession(http);
        var answer = applicant.post("consent", Map.of("textVersion", "1-00000000", "locale", "en", "accepted", false));
        problem(answer, 400, "request-invalid");
    }

    @Test
    void whoever_wants_no_face_scan_gets_the_check_by_a_person_without_consent_or_pictures() {
        var applicant = TestApplicant.withSession(http);
        int askedBefore = faces.asked();
        applicant
                .attendedCheck()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REVIEW")
                .jsonPath("$.decision.reasons[0].code")
                .isEqualTo("ATTENDED_CHECK_REQUESTED");
        assertThat(faces.asked()).isEqualTo(askedBefore);
    }

    @Test
    void choosing_the_check_by_a_person_erases_what_was_sent_at_once() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant
                .attendedCheck()
                .expectBody()
                .jsonPath("$.decision.imagesErasedAt")
                .isNotEmpty()
                .jsonPath("$.document")
                .isEmpty();
        assertThat(evidence(applicant)).isZero();
        problem(applicant.attendedCheck(), 409, "attended-check-not-possible");
    }

    @Test
    void an_operator_can_neither_consent_nor_show_pictures_in_the_applicants_place() {
        var applicant = TestApplicant.withSession(http);
        problem(
                http.operator()
                        .post()
                        .uri("/v1/applications/" + applicant.id + "/submit")
                        .exchange(),
                403,
                "not-allowed");
    }

    private int evidence(TestApplicant applicant) {
        return jdbc.sql("select count(*) from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(Integer.class)
                .single();
    }
}
