package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.database.SqlTime;
import io.namesake.language.Language;
import io.namesake.mylines.LineEndingUndone;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

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
        for (int day = 0; day < 28; day++) {
            clock.advance(Duration.ofDays(1));
            cases.timePassed(UUID.fromString(id));
        }
        assertThat(road.get(id).get("notices")).hasSize(1);
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
        var wanted = new HashMap<>(wanted(line.identifier().value(), Doubt.DATA_ERRORS));
        wanted.put("language", "zh-CN");
        var id = road.open(wanted).get("id").asString();
        var session = registry.session(holder);
        var ending = TestRegistry.ends(session, line.id());
        road.awaitPhase(id, "SETTLED");

        TestRegistry.takesBack(session, ending);

        var again = awaitOpen(Doubt.DATA_ERRORS);
        assertThat(again.causeReference()).isEqualTo("ticket-1");
        assertThat(again.language()).isEqualTo(Language.CHINESE);
        assertThat(road.status(line.id())).isEqualTo(LineStatus.ACTIVE);
    }

    @Test
    void nor_is_ending_it_once_more_before_the_first_time_was_heard() {
        var id = opened(Doubt.DATA_ERRORS).toString();
        var session = registry.session(holder);
        var endedAt = clock.instant();
        var first = TestRegistry.ends(session, line.id());
        road.awaitPhase(id, "SETTLED");
        transaction.executeWithoutResult(_ -> control.reinstate(line.id(), UUID.fromString(first)));
        var second = TestRegistry.ends(session, line.id());

        transaction.executeWithoutResult(_ -> events.publishEvent(
                new LineEndingUndone(UUID.randomUUID(), registry.operator(), line.id(), endedAt, clock.instant())));
        awaitHeard();
        assertThat(table.open(line.id(), Doubt.DATA_ERRORS)).isEmpty();
        TestRegistry.takesBack(session, second);

        awaitOpen(Doubt.DATA_ERRORS);
    }

    @Test
    void who_was_verified_for_a_line_that_came_back_is_not_asked_again() {
        var id = opened(Doubt.DATA_ERRORS).toString();
        var session = registry.session(holder);
        var endedAt = clock.instant();
        var first = TestRegistry.ends(session, line.id());
        road.awaitPhase(id, "SETTLED");
        transaction.executeWithoutResult(_ -> control.reinstate(line.id(), UUID.fromString(first)));
        registry.activated(holder, line.identifier(), registry.reservedAgain(line.identifier()));

        transaction.executeWithoutResult(_ -> events.publishEvent(
                new LineEndingUndone(UUID.randomUUID(), registry.operator(), line.id(), endedAt, clock.instant())));

        awaitHeard();
        assertThat(table.open(line.id(), Doubt.DATA_ERRORS)).isEmpty();
    }

    private RemediationCase awaitOpen(Doubt doubt) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> table.open(line.id(), doubt), Optional::isPresent)
                .orElseThrow();
    }

    private void awaitHeard() {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        jdbc.sql("select count(*) from event_publication where event_type like '%LineEndingUndone'")
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    @Test
    void a_line_that_came_back_before_its_end_was_heard_keeps_its_case() {
        var id = opened(Doubt.DATA_ERRORS);
        cases.settle(id, SettledCause.LINE_ENDED, "LINE_ENDED", Actor.SERVER);
        assertThat(phase(id)).isEqualTo(Phase.NOTICE_DUE);
    }

    @Test
    void whoever_decides_about_a_line_that_ended_a_moment_ago_is_told_so_and_the_case_is_over() {
        for (boolean ends : new boolean[] {true, false}) {
            var id = awaitingDecision(Doubt.DOCUMENT_EXPIRED);
            endedUnheard(EndCause.PORTED_OUT);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> cases.step(
                            id, new Event.Decide(ends, LI), "NOT_CONFIRMED", new Actor(Actor.Kind.STAFF, LI)))
                    .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.LINE_NOT_IN_USE));
            assertThat(settledCause(id)).isEqualTo(SettledCause.LINE_ENDED);
            line = registry.lineOf(holder);
        }
    }

    @Test
    void a_case_whose_line_ended_unheard_is_over_with_its_next_alarm_and_tells_nobody() {
        var id = opened(Doubt.DATA_ERRORS);
        cases.reached(id, clock.instant());
        endedUnheard(EndCause.PORTED_OUT);

        cases.timePassed(id);

        assertThat(settledCause(id)).isEqualTo(SettledCause.LINE_ENDED);
        assertThat(road.get(id.toString()).get("notices")).hasSize(1);
    }

    @Test
    void what_its_holder_ended_a_moment_ago_is_over_for_that_cause_whoever_comes_first() {
        var id = opened(Doubt.DATA_ERRORS);
        endedUnheard(EndCause.ENDED_BY_HOLDER);
        cases.reached(id, clock.instant());
        assertThat(settledCause(id)).isEqualTo(SettledCause.ENDED_BY_HOLDER);
    }

    @Test
    void an_upgrade_wakes_the_cases_of_lines_that_ended_before_and_says_why_a_case_ended_a_line() throws IOException {
        var left = awaitingDecision(Doubt.DOCUMENT_EXPIRED);
        endedUnheard(EndCause.PORTED_OUT);
        var others = registry.lineOf(holder);
        line = others;
        var ending = awaitingDecision(Doubt.HOLDER_DECEASED);
        cases.step(ending, new Event.Decide(true, LI), "DEATH_CONFIRMED", new Actor(Actor.Kind.STAFF, LI));
        jdbc.sql("update line set ended_cause = null where id = :line")
                .param("line", others.id())
                .update();

        for (var statement : migration().split(";")) {
            jdbc.sql(statement).update();
        }

        road.awaitPhase(left.toString(), "SETTLED");
        assertThat(settledCause(left)).isEqualTo(SettledCause.LINE_ENDED);
        assertThat(phase(ending)).isEqualTo(Phase.DEACTIVATED);
        registry.activated(holder, others.identifier(), registry.reservedAgain(others.identifier()));
        assertThat(road.status(others.id())).isEqualTo(LineStatus.ACTIVE);
    }

    private static String migration() throws IOException {
        return new ClassPathResource("db/migration/V501__ended_before.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?m)^--.*$", "")
                .strip();
    }

    /** As the last release left it, and as it is until the event is heard. */
    private void endedUnheard(EndCause cause) {
        jdbc.sql("""
                        update holding set held_until = :now, end_cause = :cause
                        where line_id = :line and held_until is null
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("cause", cause.name())
                .param("line", line.id())
                .update();
        jdbc.sql("""
                        update line set status = 'DEACTIVATED', since = :now, holding_id = null, quarantine_until = :now,
                            ended_by = gen_random_uuid(), ended_from = 'ACTIVE'
                        where id = :line
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("line", line.id())
                .update();
    }

    private SettledCause settledCause(UUID id) {
        return table.find(id).orElseThrow().state().standing() instanceof Standing.Settled(var cause) ? cause : null;
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
        awaitItsAlarms(id);
        return id;
    }

    /** Days have passed, and one that is still on its way would look at the case before whoever the test sends. */
    private void awaitItsAlarms(UUID id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql(
                                        "select count(*) from remediation_timer where task_instance like :case and execution_time <= :now")
                                .param("case", id + "@%")
                                .param("now", SqlTime.of(clock.instant()))
                                .query(Integer.class)
                                .single()
                        == 0);
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
