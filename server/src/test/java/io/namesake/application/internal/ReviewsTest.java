package io.namesake.application.internal;

import static io.namesake.application.TestApplicant.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.ReviewRequested;
import io.namesake.application.TestApplicant;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.UnusableReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes to a person, and what becomes of its pictures meanwhile. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class ReviewsTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    EvidenceStore evidence;

    @Autowired
    EvidenceClock evidenceClock;

    @Autowired
    HeardEvents events;

    @Test
    void a_doubtful_similarity_goes_to_a_person_who_finds_the_pictures_still_there_and_sealed() {
        faces.find(() -> ScriptedFaces.compared(4, Finding.LIVE));
        var applicant = complete();

        var application = applicant.decided();

        assertThat(application.get("state").asString()).isEqualTo("REVIEW");
        assertThat(reasons(application)).containsExactly("FACE_MATCH_INCONCLUSIVE");
        assertThat(application.get("decision").get("imagesErasedAt").isNull()).isTrue();
        assertThat(kindsKept(applicant)).hasSize(6);
        // A JPEG begins with FF D8; what the application's own key sealed with a C, then Tink's 01.
        var kept = jdbc.sql("""
                        select encode(substring(sealed for 2), 'hex') from evidence
                        where application_id = :id and kind = 'SELFIE_IMAGE'
                        """)
                .param("id", UUID.fromString(applicant.id))
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo("4301");
        assertThat(events.of(applicant.id))
                .hasOnlyElementsOfType(ReviewRequested.class)
                .hasSize(1);
    }

    @Test
    void pictures_of_a_review_are_erased_after_the_longest_time_that_was_promised() {
        faces.find(() -> ScriptedFaces.compared(4, Finding.LIVE));
        var applicant = complete();
        applicant.decided();

        clock.advance(Duration.ofDays(7));
        evidenceClock.tick();

        assertThat(kindsKept(applicant)).isEmpty();
        assertThat(stored(applicant, "state")).isEqualTo("REVIEW");
        assertThat(auditOf(applicant)).endsWith("application.decided", "evidence.erased");
    }

    @Test
    void what_lies_with_an_application_that_has_ended_is_erased_and_that_is_logged() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var verified = complete();
        verified.decided();
        var attended = complete();
        attended.attendedCheck().expectStatus().isOk();
        var waiting = complete();
        // As if something had been kept late, which nothing does.
        for (var applicant : List.of(verified, attended)) {
            evidence.put(UUID.fromString(applicant.id), EvidenceKind.FACE_CHECKS, new byte[1], clock.instant());
        }

        evidenceClock.tick();

        for (var applicant : List.of(verified, attended)) {
            assertThat(kindsKept(applicant)).isEmpty();
            assertThat(auditOf(applicant)).endsWith("application.decided", "evidence.erased");
        }
        assertThat(kindsKept(waiting)).isNotEmpty();
    }

    @Test
    void a_suspected_picture_of_a_picture_is_never_refused_for_that() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.SUSPECTED));
        var application = complete().decided();
        assertThat(application.get("state").asString()).isEqualTo("REVIEW");
        assertThat(reasons(application)).containsExactly("PRESENTATION_ATTACK_SUSPECTED");
    }

    @Test
    void a_selfie_that_could_not_be_judged_for_life_goes_to_a_person_and_is_not_verified() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.NOT_ASSESSED));
        var application = complete().decided();
        assertThat(reasons(application)).containsExactly("FACE_UNUSABLE");
    }

    @Test
    void a_picture_that_became_unusable_goes_to_a_person() {
        faces.find(() -> ScriptedFaces.unusable(UnusableReason.NO_FACE));
        var application = complete().decided();
        assertThat(application.get("state").asString()).isEqualTo("REVIEW");
        assertThat(reasons(application)).containsExactly("FACE_UNUSABLE");
    }

    @Test
    void of_two_applications_for_one_line_the_second_to_be_verified_goes_to_a_person() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var first = complete();
        var second = TestApplicant.withSession(http, first.line);
        second.consent(http).expectStatus().isOk();
        second.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        second.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();

        assertThat(first.decided().get("state").asString()).isEqualTo("VERIFIED");
        var late = second.decided();

        assertThat(late.get("state").asString()).isEqualTo("REVIEW");
        assertThat(reasons(late)).containsExactly("LINE_ALREADY_ACTIVE");
    }

    @Test
    void after_a_refusal_for_the_face_the_applicant_can_still_have_a_person_look() {
        faces.find(() -> ScriptedFaces.compared(1, Finding.LIVE));
        var applicant = complete();
        assertThat(applicant.state().get("mayAskForPerson").asBoolean()).isTrue();
        assertThat(applicant.decided().get("mayAskForPerson").asBoolean()).isTrue();

        applicant
                .attendedCheck()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.mayAskForPerson")
                .isEqualTo(false)
                .jsonPath("$.state")
                .isEqualTo("REVIEW")
                .jsonPath("$.decision.reasons[0].code")
                .isEqualTo("ATTENDED_CHECK_REQUESTED")
                .jsonPath("$.attendedCheck.requestedAt")
                .isNotEmpty();
    }

    @Test
    void after_a_refusal_for_the_document_a_person_who_looks_at_faces_cannot_help() {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("expiryDate", "2020-01-01");
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("mayAskForPerson").asBoolean()).isFalse();
        applicant
                .attendedCheck()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/attended-check-not-possible");
    }

    private TestApplicant complete() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        return applicant;
    }

    private List<String> kindsKept(TestApplicant applicant) {
        return jdbc.sql("select kind from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(String.class)
                .list();
    }

    private List<String> auditOf(TestApplicant applicant) {
        return jdbc.sql("select type from audit_entry where subject_id = :id and type not like 'line.%' order by seq")
                .param("id", applicant.id)
                .query(String.class)
                .list();
    }

    private String stored(TestApplicant applicant, String column) {
        return jdbc.sql("select " + column + " from application where id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(String.class)
                .single();
    }
}
