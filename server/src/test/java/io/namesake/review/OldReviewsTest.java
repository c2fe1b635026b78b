package io.namesake.review;

import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decided is kept as long as the application, and no longer. The server is its own, since a year passes in it. */
@TestPropertySource(properties = "namesake.retention.case=100d")
class OldReviewsTest extends ReviewRoad {

    @Autowired
    List<Expiring> clocks;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void closed_cases_go_with_looks_opinions_and_seeds_and_with_the_applications_that_people_decided() {
        var byPictures = doubtful();
        var picturesCase = caseOf(byPictures);
        looking(picturesCase)
                .decide(picturesCase, "IDENTITY_CONFIRMED")
                .expectStatus()
                .isNoContent();
        var inPerson = attended();
        var agent = TestStaff.of(http, "AGENT");
        agent.attest(body(agent.meet(codeOf(inPerson))).get("id").asString(), ATTESTATION)
                .expectStatus()
                .isNoContent();
        var operator = anotherOperator();
        TestStaff.of(http, operator, "SUPERVISOR")
                .post("/seeds", Map.of("truth", "SAME_PERSON", "count", 1))
                .expectStatus()
                .isNoContent();
        for (int person = 0; person < 2; person++) {
            var reviewer = TestStaff.of(http, operator, "REVIEWER");
            var seed = body(reviewer.post("/next", Map.of())).get("id").asString();
            reviewer.look(seed).expectStatus().isCreated();
            reviewer.decide(seed, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
        }
        agent.meet("AAAA-AAAA").expectStatus().isNotFound();
        var waiting = attended();
        var waitingCase = caseOf(waiting);

        clock.advance(Duration.ofDays(99));
        erase();
        assertThat(count("review_case")).isEqualTo(4);
        assertThat(count("persons_decision")).isEqualTo(2);
        assertThat(count("review_look")).isEqualTo(3);

        clock.advance(Duration.ofDays(2));
        erase();

        assertThat(jdbc.sql("select id::text from review_case")
                        .query(String.class)
                        .list())
                .as("whoever waits for a person waits on")
                .containsExactly(waitingCase);
        for (var table : List.of(
                "review_look",
                "review_opinion",
                "review_seed",
                "review_seed_evidence",
                "review_code_failure",
                "persons_decision",
                "application_decision where application_id <> '" + waiting.id + "'")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(jdbc.sql("select id::text from application")
                        .query(String.class)
                        .list())
                .contains(waiting.id)
                .doesNotContain(byPictures.id, inPerson.id);
    }

    /** What the clock does with the kind. */
    private void erase() {
        clocks.stream().filter(kind -> kind.kind() == KeptData.CASES).forEach(kind -> {
            int erased;
            do {
                erased = transaction.execute(_ -> kind.eraseSome(clock.instant(), 2));
            } while (erased > 0);
        });
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
