package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EndCause;
import io.namesake.registry.Line;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineStatus;
import io.namesake.registry.TestRegistry;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Phase;
import io.namesake.remediation.RemediationRoad;
import io.namesake.remediation.SettledCause;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A line that ended otherwise has no case any more but the one that ended it, and no case is opened about it. */
@NamesakeTest
class EndedLinesTest {
    private static final UUID LI = UUID.randomUUID();

    @Autowired
    ApplicationContext server;

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Autowired
    Cases cases;

    @Autowired
    CaseTable table;

    @Autowired
    LineControl control;

    @Autowired
    TransactionTemplate transaction;

    private RemediationRoad road;
    private TestRegistry registry;
    private UUID holder;
    private Line line;

    @BeforeEach
    void a_line_in_somebodys_name() {
        road = new RemediationRoad(server);
        registry = new TestRegistry(server);
        holder = registry.person("Wang", "Fang");
        line = registry.lineOf(holder);
    }

    @Test
    void a_number_that_went_to_another_operator_is_told_nothing_more() {
        var id = opened(Doubt.DATA_ERRORS).toString();
        road.opens(road.tokenOf(id));
        portedOut();
        road.awaitPhase(id, "SETTLED");
        var settled = road.get(id);
        assertThat(settled.get("settledCause").asString()).isEqualTo("LINE_ENDED");
        assertThat(settled.get("notices").valueStream())
                .extracting(notice -> notice.get("kind").asString() + " "
                        + notice.get("status").asString())
                .containsExactly("DOUBT FAILED");
        clock.advance(Duration.ofDays(28));
        assertThat(table.find(UUID.fromString(id)).orElseThrow().dueAt()).isEmpty();
    }

    @Test
    void the_case_that_ended_a_line_can_be_appealed_against_and_the_others_are_settled() {
        var other = opened(Doubt.DATA_ERRORS);
        var ending = awaitingDecision(Doubt.DOCUMENT_EXPIRED);
        cases.step(ending, new Event.Decide(true, LI), "NOT_CONFIRMED", new Actor(Actor.Kind.STAFF, LI));
        road.awaitPhase(other.toString(), "SETTLED");
        assertThat(road.get(other.toString()).get("settledCause").asString()).isEqualTo("LINE_ENDED");
        assertThat(phase(ending)).isEqualTo(Phase.DEACTIVATED);

        cases.step(ending, new Event.Appeal(), null, Actor.PERSON);
        assertThat(phase(ending)).isEqualTo(Phase.APPEALED);
        assertThat(road.status(line.id())).isEqualTo(LineStatus.LIMITED);
    }

    @Test
    void that_the_holder_ended_it_stays_the_cause() {
        var id = opened(Doubt.DATA_ERRORS).toString();
        registry.session(holder)
                .post()
                .uri("/v1/me/lines/" + line.id() + "/ending")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        road.awaitPhase(id, "SETTLED");
        assertThat(road.get(id).get("settledCause").asString()).isEqualTo("ENDED_BY_HOLDER");
    }

    @Test
    void ending_a_line_and_taking_that_back_is_no_way_out_of_a_case() {
        var id = opened(Doubt.DATA_ERRORS).toString();
        var session = registry.session(holder);
        var ending = session.post()
                .uri("/v1/me/lines/" + line.id() + "/ending")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("endingId")
                .asString();
        road.awaitPhase(id, "SETTLED");

        session.delete()
                .uri("/v1/me/endings/" + ending)
                .exchange()
                .expectStatus()
                .isOk();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> table.open(line.id(), Doubt.DATA_ERRORS).isPresent());
        assertThat(road.status(line.id())).isEqualTo(LineStatus.ACTIVE);
    }

    @Test
    void a_line_that_came_back_before_its_end_was_heard_keeps_its_case() {
        var id = opened(Doubt.DATA_ERRORS);
        cases.settle(id, SettledCause.LINE_ENDED, "LINE_ENDED", Actor.SERVER);
        assertThat(phase(id)).isEqualTo(Phase.NOTICE_DUE);
    }

    @Test
    void nobody_decides_about_a_line_that_ended_a_moment_ago() {
        var id = awaitingDecision(Doubt.DOCUMENT_EXPIRED);
        transaction.executeWithoutResult(status -> {
            control.deactivate(line.id(), UUID.randomUUID(), EndCause.PORTED_OUT, clock.instant());
            for (boolean ends : new boolean[] {true, false}) {
                assertThatExceptionOfType(Problem.class)
                        .isThrownBy(() -> cases.step(
                                id, new Event.Decide(ends, LI), "NOT_CONFIRMED", new Actor(Actor.Kind.STAFF, LI)))
                        .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.LINE_NOT_IN_USE));
            }
            status.setRollbackOnly();
        });
        assertThat(phase(id)).isEqualTo(Phase.AWAITING_DECISION);
    }

    @Test
    void no_case_is_opened_about_a_line_that_is_only_asked_for_or_has_ended() {
        var asked = registry.freeNumber();
        registry.reserved(asked);
        open(asked.value(), Doubt.DATA_ERRORS).expectStatus().isEqualTo(409);
        portedOut();
        open(line.identifier().value(), Doubt.DATA_ERRORS)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/line-not-in-use");
    }

    @Test
    void the_case_that_ended_a_line_is_the_answer_to_the_same_doubt() {
        var ending = awaitingDecision(Doubt.DOCUMENT_EXPIRED);
        cases.step(ending, new Event.Decide(true, LI), "NOT_CONFIRMED", new Actor(Actor.Kind.STAFF, LI));
        open(line.identifier().value(), Doubt.DOCUMENT_EXPIRED)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(ending.toString());
        open(line.identifier().value(), Doubt.DATA_ERRORS).expectStatus().isEqualTo(409);
    }

    private UUID awaitingDecision(Doubt doubt) {
        var id = opened(doubt);
        cases.reached(id, clock.instant());
        while (phase(id) != Phase.AWAITING_DECISION) {
            clock.advance(Duration.ofDays(1));
            cases.timePassed(id);
        }
        return id;
    }

    private UUID opened(Doubt doubt) {
        return UUID.fromString(
                road.open(wanted(line.identifier().value(), doubt)).get("id").asString());
    }

    private ResponseSpec open(String number, Doubt doubt) {
        return http.operator()
                .post()
                .uri("/v1/remediations")
                .body(wanted(number, doubt))
                .exchange();
    }

    private static Map<String, String> wanted(String number, Doubt doubt) {
        return Map.of("line", number, "doubt", doubt.name(), "reference", "ticket-1");
    }

    private void portedOut() {
        http.operator()
                .post()
                .uri("/v1/lines/port-out")
                .body(Map.of("line", line.identifier().value(), "reference", "PORT-" + line.id()))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private Phase phase(UUID id) {
        return table.find(id).orElseThrow().state().standing().phase();
    }
}
