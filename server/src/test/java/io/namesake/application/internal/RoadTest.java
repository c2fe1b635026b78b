package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.face.Assessment;
import io.namesake.face.UnusableReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The applicant's road up to the submission, and what bars it. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class RoadTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    EvidenceClock evidenceClock;

    @BeforeEach
    void every_picture_has_a_face() {
        faces.see(() -> new Assessment.Usable(ScriptedFaces.FACE));
    }

    @Test
    void the_last_picture_sent_before_the_submission_counts() {
        var applicant = TestApplicant.withConsent(http);
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_D).expectStatus().isOk();
        assertThat(evidence(applicant)).isEqualTo(3);
    }

    @Test
    void an_incomplete_application_cannot_be_submitted() {
        var applicant = TestApplicant.withConsent(http);
        problem(applicant.submit(), 409, "application-incomplete");
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        problem(applicant.submit(), 409, "application-incomplete");
    }

    @Test
    void a_submitted_application_cannot_be_submitted_again_or_changed() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        applicant
                .submit()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(applicant.id);
        problem(applicant.submit(), 409, "already-submitted");
        problem(applicant.selfie(Pictures.SELFIE_OF_D), 409, "already-submitted");
        problem(applicant.document(Pictures.DOCUMENT_OF_A), 409, "already-submitted");
    }

    @ParameterizedTest
    @EnumSource
    void an_unusable_picture_is_answered_with_its_problem_and_not_kept(UnusableReason reason) {
        var applicant = TestApplicant.withConsent(http);
        faces.see(() -> new Assessment.Unusable(reason, List.of(), Optional.empty(), List.of()));
        int status = reason == UnusableReason.TOO_MANY_BYTES ? 413 : 422;
        problem(applicant.document(Pictures.DOCUMENT_OF_A), status, reason.code());
        problem(applicant.selfie(Pictures.SELFIE_OF_A), status, reason.code());
        assertThat(evidence(applicant)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void an_unusable_frame_is_an_answer_to_the_live_guide_and_no_error(UnusableReason reason) {
        var applicant = TestApplicant.withConsent(http);
        faces.see(() -> new Assessment.Unusable(reason, List.of(), Optional.empty(), List.of()));
        applicant
                .assess(Pictures.SELFIE_OF_A)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.usable")
                .isEqualTo(false)
                .jsonPath("$.code")
                .isEqualTo(reason.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"familyName", "documentNumber", "birthDate"})
    void a_document_without_its_fields_is_refused_and_not_kept(String missing) {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("givenNames", "");
        fields.remove(missing);
        problem(applicant.document(Pictures.DOCUMENT_OF_A, fields), 400, "request-invalid");
        assertThat(evidence(applicant)).isZero();
    }

    @Test
    void a_document_with_one_name_only_is_taken() {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("givenNames", "");
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
    }

    @Test
    void fields_that_nobody_asked_for_are_refused() {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("religion", "none of our business");
        problem(applicant.document(Pictures.DOCUMENT_OF_A, fields), 400, "request-invalid");
    }

    @Test
    void an_application_that_nobody_finishes_expires_and_its_evidence_is_erased() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();

        clock.advance(Duration.ofHours(48));
        evidenceClock.tick();

        assertThat(evidence(applicant)).isZero();
        http.operator()
                .get()
                .uri("/v1/applications/" + applicant.id)
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("EXPIRED");
    }

    @Test
    void an_unused_session_ends_after_half_an_hour_and_a_used_one_goes_on() {
        var applicant = TestApplicant.withConsent(http);
        clock.advance(Duration.ofMinutes(20));
        applicant.get().expectStatus().isOk();
        clock.advance(Duration.ofMinutes(20));
        applicant.get().expectStatus().isOk();
        clock.advance(Duration.ofMinutes(31));
        problem(applicant.get(), 401, "not-authenticated");
    }

    @Test
    void a_session_opens_no_application_but_its_own() {
        var mine = TestApplicant.withConsent(http);
        var another = TestApplicant.withConsent(http);
        problem(
                http.bearer(mine.sessionToken)
                        .get()
                        .uri("/v1/applications/" + another.id)
                        .exchange(),
                404,
                "application-unknown");
    }

    private int evidence(TestApplicant applicant) {
        return jdbc.sql("select count(*) from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(Integer.class)
                .single();
    }

    static void problem(RestTestClient.ResponseSpec answer, int status, String slug) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + slug)
                .jsonPath("$.code")
                .isEqualTo(slug)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.nextStep")
                .isNotEmpty();
    }
}
