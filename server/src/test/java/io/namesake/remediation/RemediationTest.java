package io.namesake.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import io.namesake.registry.Limit;
import io.namesake.registry.LineStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Promise 6: no line ends silently. The whole road over HTTP, with the durable timer, in a clock that is moved by months. */
@NamesakeTest
class RemediationTest {
    private final String number = RemediationRoad.newNumber();

    @Autowired
    ApplicationContext server;

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Autowired
    Remediations remediations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private RemediationRoad road;
    private UUID line;

    @BeforeEach
    void an_active_line() {
        road = new RemediationRoad(server);
        line = road.verified(number);
    }

    @Test
    void a_year_of_remediation_passes_in_seconds_and_no_stage_is_left_out() {
        var id = road.open(RemediationRoad.doubt(number)).get("id").asString();
        clock.advance(Duration.ofDays(8));
        road.awaitPhase(id, "UNREACHED");
        clock.advance(Duration.ofDays(100));
        assertThat(road.get(id).get("phase").asString()).isEqualTo("UNREACHED");
        assertThat(status()).isEqualTo(LineStatus.ACTIVE);

        road.post(road.letterOf(id));
        assertThat(road.get(id).get("phase").asString()).isEqualTo("NOTIFIED");
        road.untilNextStep(id);
        assertThat(road.get(id).get("phase").asString()).isEqualTo("LIMITED");
        assertThat(limits()).containsExactly(Limit.OUTGOING);
        road.untilNextStep(id);
        assertThat(road.get(id).get("stage").asInt()).isEqualTo(2);
        road.untilNextStep(id);
        assertThat(road.get(id).get("phase").asString()).isEqualTo("AWAITING_DECISION");

        clock.advance(Duration.ofDays(90));
        assertThat(road.get(id).get("phase").asString()).isEqualTo("AWAITING_DECISION");
        assertThat(status()).isEqualTo(LineStatus.LIMITED);

        RemediationRoad.decide(road.reviewer(), id, "decision", "NOT_CONFIRMED")
                .expectStatus()
                .isOk();
        assertThat(status()).isEqualTo(LineStatus.DEACTIVATED);
        clock.advance(Duration.ofDays(91));
        road.awaitPhase(id, "ENDED");
        assertThat(road.get(id)
                        .get("history")
                        .valueStream()
                        .map(step -> step.get("event").asString() + " "
                                + step.get("phase").asString()))
                .containsExactly(
                        "OPENED NOTICE_DUE",
                        "TIMER UNREACHED",
                        "REACHED NOTIFIED",
                        "REMINDED NOTIFIED",
                        "TIMER LIMITED",
                        "REMINDED LIMITED",
                        "TIMER LIMITED",
                        "REMINDED LIMITED",
                        "TIMER AWAITING_DECISION",
                        "DECIDED DEACTIVATED",
                        "TIMER ENDED");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject_id = :id and type = 'remediation.step'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(11);
    }

    @Test
    void who_is_verified_while_the_number_of_an_ended_line_rests_gets_the_line_back() {
        var id = limited();
        road.untilNextStep(id);
        road.untilNextStep(id);
        RemediationRoad.decide(road.reviewer(), id, "decision", "NOT_CONFIRMED")
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofDays(70));

        road.verified(number);

        road.awaitPhase(id, "SETTLED");
        assertThat(road.get(id).get("settledCause").asString()).isEqualTo("VERIFIED");
        assertThat(status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(limits()).isEmpty();
    }

    @Test
    void verifying_ends_the_case_and_lifts_every_limit() {
        var id = limited();
        road.verified(number);
        road.awaitPhase(id, "SETTLED");
        assertThat(road.get(id).get("settledCause").asString()).isEqualTo("VERIFIED");
        assertThat(status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(limits()).isEmpty();
    }

    @Test
    void an_appeal_stops_the_clock_and_is_decided_by_somebody_who_did_not_decide_before() {
        var opened = road.open(RemediationRoad.doubt(number));
        var id = opened.get("id").asString();
        var token = road.tokenOf(id);
        road.opens(token);
        road.untilNextStep(id);
        assertThat(road.get(id).get("phase").asString()).isEqualTo("LIMITED");

        road.appeal(token).expectStatus().isOk();
        clock.advance(Duration.ofDays(300));
        assertThat(road.get(id).get("phase").asString()).isEqualTo("APPEALED");
        assertThat(road.get(id).get("nextStepAt").isNull()).isTrue();

        var first = road.reviewer();
        var shown = first.get()
                .uri("/v1/remediation-queue/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(shown.get("appealStatement").asString()).isEqualTo("It is mine.");
        RemediationRoad.decide(first, id, "appeal-decision", "NOTHING_NEW")
                .expectStatus()
                .isOk();
        road.untilNextStep(id);
        assertThat(road.get(id).get("stage").asInt()).isEqualTo(2);
        road.untilNextStep(id);
        assertThat(road.get(id).get("phase").asString()).isEqualTo("AWAITING_DECISION");

        RemediationRoad.decide(first, id, "decision", "NOT_CONFIRMED")
                .expectStatus()
                .isEqualTo(409);
        var second = road.reviewer();
        RemediationRoad.decide(second, id, "decision", "NOT_CONFIRMED")
                .expectStatus()
                .isOk();

        road.appeal(token).expectStatus().isOk();
        assertThat(status()).isEqualTo(LineStatus.LIMITED);
        RemediationRoad.decide(second, id, "appeal-decision", "HARDSHIP")
                .expectStatus()
                .isEqualTo(409);
        RemediationRoad.decide(road.reviewer(), id, "appeal-decision", "HARDSHIP")
                .expectStatus()
                .isOk();
        assertThat(road.get(id).get("settledCause").asString()).isEqualTo("APPEAL_GRANTED");
        assertThat(status()).isEqualTo(LineStatus.ACTIVE);
    }

    @Test
    void more_time_for_an_illness_lifts_a_limit_at_once() {
        var id = limited();
        http.anyone()
                .post()
                .uri("/v1/remediation-notices/" + road.tokenOf(id) + "/extension")
                .body(Map.of("cause", "ILLNESS"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(road.get(id).get("phase").asString()).isEqualTo("NOTIFIED");
        assertThat(limits()).isEmpty();
    }

    @Test
    void a_reviewer_asks_for_the_appeals_alone_and_for_nothing_that_needs_nobody() {
        var id = road.open(RemediationRoad.doubt(number)).get("id").asString();
        road.appeal(road.tokenOf(id)).expectStatus().isOk();
        var reviewer = road.reviewer();
        assertThat(queue(reviewer, "APPEALED")).contains(id);
        assertThat(queue(reviewer, "AWAITING_DECISION,UNREACHED")).doesNotContain(id);
        reviewer.get()
                .uri("/v1/remediation-queue?phase=LIMITED")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static List<String> queue(RestTestClient reviewer, String phases) {
        return RemediationRoad.json(reviewer.get()
                        .uri("/v1/remediation-queue?phase=" + phases)
                        .exchange())
                .get("remediations")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    @Test
    void a_withdrawn_case_leaves_nothing_behind() {
        var id = limited();
        http.operator()
                .post()
                .uri("/v1/remediations/" + id + "/withdrawal")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(limits()).isEmpty();
        assertThat(jdbc.sql("select sealed_contact is null from remediation_case where id = :id::uuid")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_second_case_of_the_same_doubt_is_the_first_one() {
        var first = road.open(RemediationRoad.doubt(number));
        http.operator()
                .post()
                .uri("/v1/remediations")
                .body(RemediationRoad.doubt(number))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(remediations.openCasesOf(List.of(line)))
                .extracting(found -> found.id().toString())
                .containsExactly(first.get("id").asString());
    }

    @Test
    void an_event_from_before_the_case_does_not_end_it() {
        var id = road.open(RemediationRoad.doubt(number)).get("id").asString();
        int ended = transaction.execute(_ ->
                remediations.settle(line, SettledCause.VERIFIED, clock.instant().minus(Duration.ofDays(1))));
        assertThat(ended).isZero();
        assertThat(road.get(id).get("phase").asString()).isEqualTo("NOTICE_DUE");
    }

    @Test
    void nobody_gets_in_by_a_made_up_link_and_only_a_reviewer_decides() {
        var id = road.open(RemediationRoad.doubt(number)).get("id").asString();
        for (var token : List.of("x", "A".repeat(43))) {
            http.anyone()
                    .get()
                    .uri("/v1/remediation-notices/" + token)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        RemediationRoad.decide(TestStaff.with(http, "AGENT", "SUPERVISOR"), id, "decision", "NOT_CONFIRMED")
                .expectStatus()
                .isForbidden();
        RemediationRoad.decide(road.reviewer(), id, "decision", "NOT_CONFIRMED")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void what_is_personal_is_not_in_the_case_as_it_is_stored() {
        var id = road.open(RemediationRoad.doubt(number)).get("id").asString();
        var row = jdbc.sql("select remediation_case::text from remediation_case where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("erika@example.org", number);
    }

    private String limited() {
        var id = road.open(RemediationRoad.doubt(number)).get("id").asString();
        road.opens(road.tokenOf(id));
        road.untilNextStep(id);
        assertThat(road.get(id).get("phase").asString()).isEqualTo("LIMITED");
        assertThat(limits()).containsExactly(Limit.OUTGOING);
        return id;
    }

    private LineStatus status() {
        return road.status(line);
    }

    private Set<Limit> limits() {
        return road.limits(line);
    }
}
