package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviewers decide by pictures, over HTTP: who sees what, for how long, and what becomes of it. */
class ReviewByPicturesTest extends ReviewRoad {

    @Test
    void what_a_machine_could_not_decide_opens_one_case_that_names_nobody() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        var shown = body(TestStaff.of(http, "REVIEWER").lock(id));

        assertThat(shown.get("kind").asString()).isEqualTo("PICTURES");
        assertThat(shown.get("skill").asString()).isEqualTo("GENERAL");
        assertThat(shown.get("reasons").get(0).asString()).isEqualTo("FACE_MATCH_INCONCLUSIVE");
        assertThat(shown.toString()).doesNotContain(applicant.id, applicant.line, "Muster");
        assertThat(jdbc.sql("select count(*) from review_case where application_id = :id::uuid")
                        .param("id", applicant.id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_reviewer_with_lock_and_reason_sees_pictures_and_fields_and_each_look_is_logged() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        var reviewer = looking(id);

        var evidence = body(reviewer.get("/" + id + "/evidence"));
        assertThat(evidence.at("/confirmed/familyName").asString()).isEqualTo("Muster");
        assertThat(evidence.get("pictures").toString()).contains("DOCUMENT", "SELFIE");
        assertThat(evidence.toString()).doesNotContain(applicant.line);
        var selfie = reviewer.picture(id, "SELFIE")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Content-Type", "image/jpeg")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(selfie).isEqualTo(Pictures.SELFIE_OF_A);
        reviewer.picture(id, "DOCUMENT_BACK").expectStatus().isNotFound();

        assertThat(auditOf(id))
                .containsExactly("review.opened", "review.locked", "review.looked", "review.shown", "review.shown");
        assertThat(jdbc.sql("select reason from review_look where case_id = :id::uuid")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("COMPARE_FACES");
    }

    @Test
    void without_a_lock_there_is_no_picture_and_without_a_reason_no_look() {
        var id = caseOf(doubtful());
        var reviewer = TestStaff.of(http, "REVIEWER");
        assertProblem(reviewer.picture(id, "SELFIE"), "case-lock-required");
        assertProblem(reviewer.look(id), "case-lock-required");

        reviewer.lock(id).expectStatus().isOk();
        assertProblem(reviewer.picture(id, "SELFIE"), "look-required");
        assertProblem(reviewer.get("/" + id + "/evidence"), "look-required");
        assertProblem(reviewer.post("/" + id + "/looks", Map.of()), "request-invalid");
        assertProblem(reviewer.post("/" + id + "/looks", Map.of("reason", "CURIOSITY")), "request-invalid");
        assertThat(auditOf(id)).containsExactly("review.opened", "review.locked");
    }

    @Test
    void a_look_of_one_reviewer_shows_nothing_to_another() {
        var id = caseOf(doubtful());
        var first = looking(id);
        first.release(id).expectStatus().isNoContent();
        var second = TestStaff.of(http, "REVIEWER");
        second.lock(id).expectStatus().isOk();
        assertProblem(second.picture(id, "SELFIE"), "look-required");
        assertProblem(first.picture(id, "SELFIE"), "case-lock-required");
    }

    @Test
    void a_look_ends_before_the_lock_does() {
        var id = caseOf(doubtful());
        var reviewer = looking(id);
        clock.advance(Duration.ofMinutes(5));
        assertProblem(reviewer.picture(id, "SELFIE"), "look-required");
        reviewer.look(id).expectStatus().isCreated();
        reviewer.picture(id, "SELFIE").expectStatus().isOk();
    }

    @Test
    void a_lock_that_nobody_renews_frees_the_case_and_a_late_decision_is_refused() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        var gone = looking(id);
        var other = TestStaff.of(http, "REVIEWER");
        assertProblem(other.lock(id), "case-locked");

        clock.advance(Duration.ofMinutes(15));
        assertProblem(gone.decide(id, "IDENTITY_CONFIRMED"), "case-lock-required");
        assertProblem(gone.picture(id, "SELFIE"), "case-lock-required");
        other.lock(id).expectStatus().isOk();
        assertProblem(gone.decide(id, "IDENTITY_CONFIRMED"), "case-lock-required");
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
    }

    @Test
    void whoever_confirms_the_identity_activates_the_line_and_the_evidence_is_gone() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        var reviewer = looking(id);

        reviewer.decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();

        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(lineStatus(applicant)).isEqualTo("ACTIVE");
        assertThat(evidenceOf(applicant)).isZero();
        assertProblem(reviewer.picture(id, "SELFIE"), "case-closed");
        assertProblem(reviewer.decide(id, "FACES_DIFFER"), "case-closed");
        assertThat(stored(id, "outcome")).isEqualTo("VERIFIED");
        assertThat(auditOf(applicant.id)).endsWith("evidence.erased", "application.decided");
        assertThat(jdbc.sql("""
                                select details::text from audit_entry
                                where subject_id = :id and type = 'application.decided' order by seq desc limit 1
                                """).param("id", applicant.id).query(String.class).single())
                .contains("REVIEWER", id, reviewer.id)
                .doesNotContain("Muster");
    }

    @ParameterizedTest
    @CsvSource({
        "FACES_DIFFER,         FACE_DOES_NOT_MATCH",
        "DOCUMENT_NOT_GENUINE, DOCUMENT_NOT_GENUINE",
        "FIELDS_DIFFER,        DOCUMENT_FIELDS_INVALID"
    })
    void a_refusal_has_a_reason_of_the_closed_list_and_the_way_to_somebody_who_sees_the_applicant(
            String code, String reason) {
        var applicant = doubtful();
        var id = caseOf(applicant);
        looking(id).decide(id, code).expectStatus().isNoContent();

        assertThat(reasons(applicant.state())).containsExactly(reason);
        assertThat(evidenceOf(applicant)).isZero();
        applicant.attendedCheck().expectStatus().isOk();
        var again = caseOf(applicant);
        assertThat(again).isNotEqualTo(id);
        assertThat(stored(again, "kind")).isEqualTo("ATTENDED");
    }

    @Test
    void pictures_that_do_not_tell_refuse_nobody_and_are_erased() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        looking(id).decide(id, "SELFIE_NOT_LIVE").expectStatus().isNoContent();

        var application = applicant.state();
        assertThat(application.get("state").asString()).isEqualTo("REVIEW");
        assertThat(reasons(application)).containsExactly("ATTENDED_CHECK_NEEDED");
        assertThat(evidenceOf(applicant)).isZero();
        assertThat(stored(id, "kind")).isEqualTo("ATTENDED");
        assertThat(caseOf(applicant)).isEqualTo(id);
    }

    @Test
    void a_refusal_on_a_suspicion_takes_four_eyes_and_no_two_of_them_are_the_same_persons() {
        var applicant = suspected();
        var id = caseOf(applicant);
        var first = looking(id);
        first.decide(id, "FACES_DIFFER").expectStatus().isNoContent();

        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        assertThat(evidenceOf(applicant)).isPositive();
        assertProblem(first.lock(id), "another-person-required");
        assertThat(body(first.get("")).get("next").toString()).doesNotContain(id);

        var second = looking(id);
        second.decide(id, "FACES_DIFFER").expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("REFUSED");
        assertThat(reasons(applicant.state())).containsExactly("FACE_DOES_NOT_MATCH");
    }

    @Test
    void who_disagrees_is_settled_by_a_third_whom_the_supervisor_has_named() {
        var applicant = suspected();
        var id = caseOf(applicant);
        var first = looking(id);
        first.decide(id, "FACES_DIFFER").expectStatus().isNoContent();
        looking(id).decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");

        var supervisor = TestStaff.of(http, "SUPERVISOR");
        assertThat(body(supervisor.get("")).get("disputed").asInt()).isPositive();
        var third = TestStaff.of(http, "REVIEWER");
        assertProblem(third.lock(id), "another-person-required");
        assertProblem(supervisor.put("/" + id + "/assignee", Map.of("staffId", first.id)), "another-person-required");
        supervisor
                .put("/" + id + "/assignee", Map.of("staffId", third.id))
                .expectStatus()
                .isOk();
        third.lock(id).expectStatus().isOk();
        third.decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void a_line_that_another_verified_person_got_stays_theirs() {
        var applicant = doubtful();
        var rival = TestApplicant.withSession(http, applicant.line);
        rival.attendedCheck().expectStatus().isOk();
        var agent = TestStaff.of(http, "AGENT");
        caseOf(rival);
        agent.attest(body(agent.meet(codeOf(rival))).get("id").asString(), ATTESTATION)
                .expectStatus()
                .isNoContent();

        var id = caseOf(applicant);
        var reviewer = looking(id);
        assertProblem(reviewer.decide(id, "IDENTITY_CONFIRMED"), "line-taken");
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        reviewer.decide(id, "LINE_HELD_BY_ANOTHER").expectStatus().isNoContent();
        assertThat(reasons(applicant.state())).containsExactly("LINE_HELD_BY_ANOTHER");
    }

    @Test
    void another_operators_staff_sees_nothing_of_it() {
        var id = caseOf(doubtful());
        var stranger = TestStaff.of(http, anotherOperator(), "REVIEWER", "SUPERVISOR", "AGENT");
        var queue = body(stranger.get(""));
        assertThat(queue.get("open").asInt()).isZero();
        assertThat(queue.get("next").isEmpty()).isTrue();
        for (var answer : List.of(
                stranger.lock(id),
                stranger.look(id),
                stranger.picture(id, "SELFIE"),
                stranger.get("/" + id + "/evidence"),
                stranger.decide(id, "IDENTITY_CONFIRMED"),
                stranger.release(id),
                stranger.attest(id, ATTESTATION))) {
            assertProblem(answer, "case-unknown");
        }
    }

    @Test
    void neither_the_operators_key_nor_an_applicant_nor_the_wrong_role_gets_in() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        http.operator().get().uri("/v1/reviews").exchange().expectStatus().isForbidden();
        http.bearer(applicant.sessionToken)
                .get()
                .uri("/v1/reviews")
                .exchange()
                .expectStatus()
                .isForbidden();
        for (var role : List.of("AGENT", "SUPERVISOR", "AUDITOR")) {
            var staff = TestStaff.of(http, role);
            staff.look(id).expectStatus().isForbidden();
            staff.picture(id, "SELFIE").expectStatus().isForbidden();
            staff.get("/" + id + "/evidence").expectStatus().isForbidden();
            staff.post("/next", Map.of()).expectStatus().isForbidden();
            staff.lock(id).expectStatus().isForbidden();
            staff.decide(id, "IDENTITY_CONFIRMED").expectStatus().isForbidden();
        }
    }
}
