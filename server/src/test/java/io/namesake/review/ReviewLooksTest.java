package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.Pictures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Promise 5, over HTTP: who sees what of a case, for how long, and that each look has a reason and is logged. */
class ReviewLooksTest extends ReviewRoad {

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
