package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The order of the queue, skills, deadlines and seeded cases, each in a tenant of its own or on a server of its own. */
@TestPropertySource(properties = "namesake.review.deadline=47h")
class ReviewQueueTest extends ReviewRoad {

    @Test
    void the_most_urgent_case_comes_first_and_whoever_works_on_one_gets_that_one_again() {
        drain();
        var first = caseOf(doubtful());
        var second = caseOf(doubtful());
        var reviewer = TestStaff.of(http, "REVIEWER");
        assertThat(next(reviewer)).isEqualTo(first);
        assertThat(next(reviewer)).isEqualTo(first);
        assertThat(next(TestStaff.of(http, "REVIEWER"))).isEqualTo(second);
        assertProblem(TestStaff.of(http, "REVIEWER").post("/next", Map.of()), "case-unknown");
        reviewer.release(first).expectStatus().isNoContent();
        assertThat(next(TestStaff.of(http, "REVIEWER"))).isEqualTo(first);
    }

    @Test
    void a_case_goes_to_somebody_who_was_trained_for_it() {
        drain();
        var id = caseOf(doubtful());
        var supervisor = TestStaff.of(http, "SUPERVISOR");
        var reviewer = TestStaff.of(http, "REVIEWER");
        train(supervisor, reviewer, "CHIP").expectStatus().isNoContent();
        assertProblem(reviewer.post("/next", Map.of()), "case-unknown");
        reviewer.lock(id).expectStatus().isForbidden();
        train(supervisor, reviewer, "CHIP", "GENERAL").expectStatus().isNoContent();
        assertThat(next(reviewer)).isEqualTo(id);
    }

    @Test
    void skills_are_a_supervisors_to_give_and_only_to_reviewers_of_the_house() {
        var supervisor = TestStaff.of(http, "SUPERVISOR");
        var reviewer = TestStaff.of(http, "REVIEWER");
        train(reviewer, reviewer, "CHIP").expectStatus().isForbidden();
        assertProblem(train(supervisor, TestStaff.of(http, "AGENT"), "CHIP"), "staff-unknown");
        assertProblem(train(supervisor, TestStaff.of(http, anotherOperator(), "REVIEWER"), "CHIP"), "staff-unknown");
        assertProblem(
                supervisor.put("/skills/" + UUID.randomUUID(), Map.of("skills", List.of("CHIP"))), "staff-unknown");
    }

    @Test
    void a_late_case_is_counted_and_nobody_is_refused_for_it() {
        drain();
        var applicant = doubtful();
        var staff = TestStaff.of(http, "AUDITOR");
        assertThat(body(staff.get("")).get("overdue").asInt()).isZero();
        clock.advance(Duration.ofHours(48));
        var queue = body(staff.get(""));
        assertThat(queue.get("overdue").asInt()).isOne();
        assertThat(queue.at("/next/0/overdue").asBoolean()).isTrue();
        assertThat(http.anyone()
                        .get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("namesake_reviews_overdue 1");
        assertThat(jdbc.sql("select state from application where id = :id::uuid")
                        .param("id", applicant.id)
                        .query(String.class)
                        .single())
                .isEqualTo("REVIEW");
    }

    @Test
    void a_seeded_case_looks_like_any_other_touches_no_application_and_measures_agreement() {
        var operator = anotherOperator();
        var supervisor = TestStaff.of(http, operator, "SUPERVISOR");
        seed(supervisor, "SAME_PERSON");
        seed(supervisor, "ANOTHER_PERSON");
        assertThat(body(supervisor.get("/agreement")).get("seeded").asInt()).isEqualTo(2);

        var first = judgeAll(operator, "IDENTITY_CONFIRMED");
        assertThat(body(supervisor.get("")).get("awaitingSecond").asInt()).isEqualTo(2);
        assertThat(body(first.get("")).get("awaitingSecond").isNull()).isTrue();
        judgeAll(operator, "IDENTITY_CONFIRMED");

        var agreement = body(TestStaff.of(http, operator, "AUDITOR").get("/agreement"));
        assertThat(agreement.at("/amongReviewers/cases").asInt()).isEqualTo(2);
        assertThat(agreement.at("/amongReviewers/alike").asInt()).isEqualTo(2);
        assertThat(agreement.at("/amongReviewers/share/low").asDouble()).isBetween(0.3, 0.4);
        assertThat(agreement.at("/withTruth/cases").asInt()).isEqualTo(4);
        assertThat(agreement.at("/withTruth/alike").asInt()).isEqualTo(2);
        assertThat(agreement.at("/withTruth/kappa/value").asDouble()).isZero();
        assertThat(body(supervisor.get("")).get("open").asInt()).isZero();
        assertThat(jdbc.sql("select count(*) from review_seed_evidence")
                        .query(Integer.class)
                        .single())
                .isZero();
        first.get("/agreement").expectStatus().isForbidden();
        first.post("/seeds", Map.of("truth", "SAME_PERSON", "count", 1))
                .expectStatus()
                .isForbidden();
        assertProblem(supervisor.post("/seeds", Map.of("truth", "SAME_PERSON", "count", 21)), "request-invalid");
    }

    /** The members of a seeded case's answers are those of a real one's. */
    @Test
    void neither_the_case_nor_its_evidence_has_a_member_that_gives_a_seed_away() {
        var operator = anotherOperator();
        seed(TestStaff.of(http, operator, "SUPERVISOR"), "FIELDS_CHANGED");
        var reviewer = TestStaff.of(http, operator, "REVIEWER");
        var seeded = body(reviewer.post("/next", Map.of()));
        var seedId = seeded.get("id").asString();
        reviewer.look(seedId).expectStatus().isCreated();
        var id = caseOf(doubtful());
        var other = looking(id);
        assertThat(seeded.propertyNames())
                .containsExactlyElementsOf(body(other.lock(id)).propertyNames());
        assertThat(body(reviewer.get("/" + seedId + "/evidence")).propertyNames())
                .containsExactlyElementsOf(
                        body(other.get("/" + id + "/evidence")).propertyNames());
        reviewer.picture(seedId, "SELFIE").expectStatus().isOk();
        assertThat(auditOf(seedId))
                .containsExactly("review.seeded", "review.locked", "review.looked", "review.shown", "review.shown");
    }

    private TestStaff judgeAll(RestTestClient operator, String code) {
        var reviewer = TestStaff.of(http, operator, "REVIEWER");
        for (int i = 0; i < 2; i++) {
            var id = next(reviewer);
            reviewer.look(id).expectStatus().isCreated();
            reviewer.picture(id, "DOCUMENT").expectStatus().isOk();
            reviewer.decide(id, code).expectStatus().isNoContent();
        }
        assertProblem(reviewer.post("/next", Map.of()), "case-unknown");
        return reviewer;
    }

    private static void seed(TestStaff supervisor, String truth) {
        supervisor
                .post("/seeds", Map.of("truth", truth, "count", 1))
                .expectStatus()
                .isNoContent();
    }

    private static RestTestClient.ResponseSpec train(TestStaff by, TestStaff whom, String... skills) {
        return by.put("/skills/" + whom.id, Map.of("skills", List.of(skills)));
    }

    private static String next(TestStaff reviewer) {
        return body(reviewer.post("/next", Map.of())).get("id").asString();
    }

    /** What earlier tests left waiting is out of the way. */
    private void drain() {
        jdbc.sql(
                        "update review_case set stage = 'WITHDRAWN', closed_at = now() where stage not in ('DECIDED', 'WITHDRAWN')")
                .update();
    }
}
