package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One person at a time, and one decision, whoever tries at once; and nobody waits for ever. */
class ReviewLocksTest extends ReviewRoad {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ConfigurableApplicationContext context;

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
    void of_many_who_take_a_case_at_once_one_gets_it() throws Exception {
        var id = caseOf(doubtful());
        var reviewers =
                Stream.generate(() -> TestStaff.of(http, "REVIEWER")).limit(6).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(reviewers.stream()
                    .map(reviewer -> (Callable<Integer>) () -> status(reviewer.lock(id)))
                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        }
    }

    @Test
    void of_two_decisions_of_one_reviewer_at_once_one_counts() throws Exception {
        var applicant = doubtful();
        var id = caseOf(applicant);
        var reviewer = looking(id);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Stream.of("IDENTITY_CONFIRMED", "FACES_DIFFER")
                    .map(code -> (Callable<Integer>) () -> status(reviewer.decide(id, code)))
                    .toList());
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(204, 409);
        }
        assertThat(jdbc.sql("select count(*) from persons_decision where case_id = :id::uuid")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whoever_waits_since_a_release_without_a_queue_gets_a_case_at_the_next_start() {
        var applicant = doubtful();
        jdbc.sql("delete from review_case where application_id = :id::uuid")
                .param("id", applicant.id)
                .update();
        events.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
        var id = caseOf(applicant);
        events.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
        assertThat(caseOf(applicant)).isEqualTo(id);
        looking(id).decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
    }

    private static int status(RestTestClient.ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }
}
