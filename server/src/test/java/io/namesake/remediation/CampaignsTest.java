package io.namesake.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.TestHttp;
import io.namesake.registry.EndCause;
import io.namesake.registry.Limit;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineStatus;
import io.namesake.registry.TestRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Campaigns over HTTP, in a clock that is moved by hours and months. */
class CampaignsTest extends WithGateway {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    ApplicationContext server;

    @Autowired
    TestHttp http;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Remediations remediations;

    private RemediationRoad road;

    @BeforeEach
    void here() {
        road = new RemediationRoad(server);
    }

    @Test
    void lines_are_asked_at_the_pace_a_share_every_hour_and_never_more_in_a_day() {
        var lines = lines(6);
        var campaign = create(lines, 48);
        awaitAsked(campaign, 2);
        anHour();
        awaitAsked(campaign, 4);
        // Half a day without a server: nothing is made up for.
        clock.advance(Duration.ofHours(12));
        awaitAsked(campaign, 6);
        anHour();
        await().atMost(PATIENCE).until(() -> state(campaign), "DONE"::equals);
        assertThat(http(campaign).get("asked").asInt()).isEqualTo(6);

        var slow = create(lines(3), 1);
        awaitAsked(slow, 1);
        for (int hour = 0; hour < 3; hour++) {
            clock.advance(Duration.ofHours(7));
            awaitBeat(slow, hour + 2);
            assertThat(http(slow).get("asked").asInt()).isEqualTo(1);
        }
        clock.advance(Duration.ofHours(4));
        awaitAsked(slow, 2);
    }

    @Test
    void a_paused_campaign_asks_nobody_its_cases_go_on_and_it_goes_on_without_making_up_for_the_pause() {
        var lines = lines(4);
        var campaign = create(lines, 24);
        awaitAsked(campaign, 1);
        assertThat(post(campaign, "pause").get("state").asString()).isEqualTo("PAUSED");
        assertThat(post(campaign, "pause").get("state").asString()).isEqualTo("PAUSED");
        clock.advance(Duration.ofHours(5));
        awaitAlarms(campaign, 0);
        assertThat(http(campaign).get("asked").asInt()).isEqualTo(1);
        assertThat(casesOf(campaign, "NOTICE_DUE")).isEqualTo(1);

        post(campaign, "resume");
        awaitAsked(campaign, 2);
        // One alarm and not two: the one from before the pause found nothing to do.
        awaitAlarms(campaign, 1);
        anHour();
        awaitAsked(campaign, 3);
    }

    @Test
    void stopping_withdraws_the_open_cases_bit_by_bit_and_undoes_every_limit() {
        var numbers = numbers(120);
        var lines = road.verified(numbers);
        var campaign = create(numbers, 10_000);
        awaitAsked(campaign, 120);
        var one = jdbc.sql("select id from remediation_case where campaign_id = :id::uuid and line_id = :line")
                .param("id", campaign)
                .param("line", lines.getFirst())
                .query(UUID.class)
                .single()
                .toString();
        var notice = await().atMost(PATIENCE).until(() -> attempts(numbers.getFirst()), found -> !found.isEmpty());
        road.reported(notice.getFirst().key(), true);
        road.untilNextStep(one);
        assertThat(road.limits(lines.getFirst())).containsExactly(Limit.OUTGOING);

        assertThat(post(campaign, "stop").get("state").asString()).isIn("STOPPING", "STOPPED");
        await().atMost(PATIENCE).until(() -> state(campaign), "STOPPED"::equals);
        assertThat(casesOf(campaign, "SETTLED")).isEqualTo(120);
        assertThat(road.limits(lines.getFirst())).isEmpty();
        assertThat(remediations.openCasesOf(lines)).isEmpty();
        // No transaction withdrew more than fifty: each wrote its steps and one alarm.
        assertThat(jdbc.sql("""
                        select max(cases) from (select count(*) as cases from remediation_step
                            where event = 'SETTLED' and cause = 'CAMPAIGN_STOPPED'
                                and case_id in (select id from remediation_case where campaign_id = :id::uuid)
                            group by xmin::text) t
                        """).param("id", campaign).query(Integer.class).single())
                .isEqualTo(50);
        change(campaign, "resume").expectStatus().isEqualTo(409);
        change(campaign, "stop").expectStatus().isEqualTo(409);
    }

    @Test
    void a_campaign_that_is_being_stopped_goes_on_being_stopped_and_nothing_else() {
        var campaign = create(lines(1), 24);
        awaitAsked(campaign, 1);
        // As a server leaves it that died in between: its alarm is still there.
        jdbc.sql("update remediation_campaign set state = 'STOPPING', next_beat = null where id = :id::uuid")
                .param("id", campaign)
                .update();
        assertThat(post(campaign, "stop").get("state").asString()).isEqualTo("STOPPING");
        change(campaign, "resume").expectStatus().isEqualTo(409);
        change(campaign, "pause").expectStatus().isEqualTo(409);
        anHour();
        await().atMost(PATIENCE).until(() -> state(campaign), "STOPPED"::equals);
    }

    @Test
    void whoever_was_not_reached_is_never_limited_and_nobody_can_end_their_line() {
        var number = RemediationRoad.newNumber();
        var line = road.verified(number);
        GATEWAY.answers(number, () -> 503);
        var campaign = create(List.of(number), 24);
        awaitAsked(campaign, 1);
        var id = remediations.openCasesOf(List.of(line)).getFirst().id().toString();
        for (int month = 0; month < 12; month++) {
            clock.advance(Duration.ofDays(31));
            road.awaitPhase(id, "UNREACHED");
            assertThat(road.limits(line)).isEmpty();
        }
        RemediationRoad.decide(road.reviewer(), id, "decision", "NOT_CONFIRMED")
                .expectStatus()
                .isEqualTo(409);
        assertThat(road.status(line)).isEqualTo(LineStatus.ACTIVE);
        assertThat(road.get(id).get("history")).hasSize(2);
    }

    @Test
    void a_line_that_was_named_and_ended_meanwhile_is_left_alone() {
        var numbers = numbers(2);
        var ids = road.verified(numbers);
        var first = jdbc.sql("select min(id::text)::uuid from line where id in (:ids)")
                .param("ids", ids)
                .query(UUID.class)
                .single();
        var campaign = create(numbers, 24);
        awaitAsked(campaign, 1);
        var second = ids.stream().filter(id -> !id.equals(first)).findFirst().orElseThrow();
        server.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> server.getBean(LineControl.class)
                        .deactivate(
                                second,
                                UUID.randomUUID(),
                                EndCause.DEACTIVATED,
                                clock.instant().plus(Duration.ofDays(90))));
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofHours(1));
            return state(campaign).equals("DONE");
        });
        assertThat(http(campaign).get("asked").asInt()).isEqualTo(1);
        assertThat(remediations.openCasesOf(List.of(second))).isEmpty();
    }

    @Test
    void a_case_that_is_opened_anew_with_its_line_is_still_its_campaigns() {
        var number = RemediationRoad.newNumber();
        var line = road.verified(number);
        var campaign = create(List.of(number), 24);
        awaitAsked(campaign, 1);
        var session = session(line);
        var ending = TestRegistry.ends(session, line);
        await().atMost(PATIENCE).until(() -> casesOf(campaign, "SETTLED") == 1);

        TestRegistry.takesBack(session, ending);

        await().atMost(PATIENCE).until(() -> casesOf(campaign, "NOTICE_DUE") == 1);
        post(campaign, "stop");
        await().atMost(PATIENCE).until(() -> state(campaign), "STOPPED"::equals);
        assertThat(remediations.openCasesOf(List.of(line))).isEmpty();
    }

    @Test
    void a_case_of_a_campaign_that_was_stopped_is_not_opened_anew_with_its_line() {
        var number = RemediationRoad.newNumber();
        var line = road.verified(number);
        var campaign = create(List.of(number), 24);
        awaitAsked(campaign, 1);
        var session = session(line);
        var ending = TestRegistry.ends(session, line);
        await().atMost(PATIENCE).until(() -> casesOf(campaign, "SETTLED") == 1);
        post(campaign, "stop");
        await().atMost(PATIENCE).until(() -> state(campaign), "STOPPED"::equals);

        TestRegistry.takesBack(session, ending);

        await().atMost(PATIENCE)
                .until(() ->
                        jdbc.sql("select count(*) from event_publication where event_type like '%LineEndingUndone'")
                                        .query(Integer.class)
                                        .single()
                                == 0);
        assertThat(remediations.openCasesOf(List.of(line))).isEmpty();
        assertThat(road.status(line)).isEqualTo(LineStatus.ACTIVE);
    }

    private RestTestClient session(UUID line) {
        var holder = jdbc.sql("select holder_id from holding where line_id = :line and held_until is null")
                .param("line", line)
                .query(UUID.class)
                .single();
        return new TestRegistry(server).session(holder);
    }

    @Test
    void a_campaign_tells_its_people_in_the_language_that_it_was_given() {
        var number = RemediationRoad.newNumber();
        road.verified(number);
        json(http.operator()
                .post()
                .uri("/v1/remediation-campaigns")
                .body(Map.of(
                        "name",
                        "Anew",
                        "lines",
                        List.of(number),
                        "language",
                        "zh-CN",
                        "pacePerDay",
                        24,
                        "contactCapacityPerDay",
                        10))
                .exchange());
        await().atMost(PATIENCE).until(() -> !attempts(number).isEmpty());
        assertThat(attempts(number).getFirst().body().get("language").asString())
                .isEqualTo("zh-CN");
    }

    @Test
    void the_forecast_of_a_campaign_before_it_is_made_and_while_it_runs() {
        var numbers = lines(100);
        Map<String, Object> wanted =
                Map.of("name", "Anew", "lines", numbers, "pacePerDay", 50, "contactCapacityPerDay", 5);
        var before = RemediationRoad.json(http.operator()
                .post()
                .uri("/v1/remediation-campaigns/forecast")
                .body(wanted)
                .exchange());
        assertThat(before.at("/days/0/cases").asDouble()).isEqualTo(50);
        assertThat(before.at("/days/1/cases").asDouble()).isEqualTo(50);
        assertThat(before.at("/days/0/contacts").asDouble()).isEqualTo(4, within(1e-9));
        assertThat(before.at("/days/30/limits").asDouble()).isEqualTo(25);
        assertThat(before.at("/rates/notice").asDouble()).isEqualTo(0.08);
        assertThat(before.get("withinCapacity").asBoolean()).isTrue();
        assertThat(jdbc.sql("select count(*) from remediation_campaign where lines = 100")
                        .query(Integer.class)
                        .single())
                .isZero();

        var campaign = create(numbers, 50);
        awaitAsked(campaign, 3);
        var one = attempts(await().atMost(PATIENCE)
                        .until(
                                () -> numbers.stream()
                                        .filter(number -> !attempts(number).isEmpty())
                                        .findFirst(),
                                java.util.Optional::isPresent)
                        .orElseThrow())
                .getFirst();
        road.reported(one.key(), true);
        var running = forecast(campaign);
        assertThat(running.at("/days/0/cases").asDouble()).isEqualTo(50);
        assertThat(running.at("/days/1/cases").asDouble()).isEqualTo(47);
        assertThat(running.at("/days/27/reminders").asDouble()).isEqualTo(51);
        post(campaign, "pause");
        assertThat(forecast(campaign).at("/days/0/cases").asDouble()).isZero();
        assertThat(forecast(campaign).at("/days/27/reminders").asDouble()).isEqualTo(1);
        post(campaign, "stop");
        assertThat(forecast(campaign).get("days")).isEmpty();
        assertThat(forecast(campaign).get("busiestDay").isNull()).isTrue();
    }

    @Test
    void what_cannot_be_a_campaign_is_refused() {
        for (var wrong : List.of(
                Map.of("name", "x", "pacePerDay", 0, "contactCapacityPerDay", 1),
                Map.of("name", "x", "pacePerDay", 1, "contactCapacityPerDay", 0),
                Map.of("name", " ", "pacePerDay", 1, "contactCapacityPerDay", 1),
                Map.of("name", "a\u0007", "pacePerDay", 1, "contactCapacityPerDay", 1),
                Map.of("name", "x", "pacePerDay", 1, "contactCapacityPerDay", 1, "status", "DEACTIVATED"),
                Map.of("name", "x", "pacePerDay", 1, "contactCapacityPerDay", 1, "lines", List.of()))) {
            for (var path : List.of("", "/forecast")) {
                http.operator()
                        .post()
                        .uri("/v1/remediation-campaigns" + path)
                        .body(wrong)
                        .exchange()
                        .expectStatus()
                        .isBadRequest();
            }
        }
        http.operator()
                .post()
                .uri("/v1/remediation-campaigns")
                .body(Map.of(
                        "name", "x", "pacePerDay", 1, "contactCapacityPerDay", 1, "lines", List.of("+8613900999999")))
                .exchange()
                .expectStatus()
                .isNotFound();
        http.operator()
                .get()
                .uri("/v1/remediation-campaigns/" + UUID.randomUUID() + "/forecast")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void contacts_that_were_counted_are_what_the_forecast_learns_from() {
        var campaign = create(lines(1), 24);
        var path = "/v1/remediation-campaigns/" + campaign + "/contacts";
        assertThat(RemediationRoad.json(http.operator()
                                .post()
                                .uri(path)
                                .body(Map.of("contacts", 3))
                                .exchange())
                        .get("contacts")
                        .asInt())
                .isEqualTo(3);
        http.operator()
                .post()
                .uri(path)
                .body(Map.of("contacts", -1))
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(http(campaign).at("/forecast/contactRate").asDouble()).isGreaterThan(0.08);
        assertThat(RemediationRoad.json(http.operator()
                                .get()
                                .uri("/v1/remediation-campaigns")
                                .exchange())
                        .get("campaigns")
                        .valueStream()
                        .map(one -> one.get("id").asString()))
                .contains(campaign);
    }

    private void anHour() {
        clock.advance(Duration.ofMinutes(61));
    }

    private String create(List<String> numbers, int pace) {
        return json(http.operator()
                        .post()
                        .uri("/v1/remediation-campaigns")
                        .body(Map.of("name", "Anew", "lines", numbers, "pacePerDay", pace, "contactCapacityPerDay", 10))
                        .exchange())
                .get("id")
                .asString();
    }

    private static JsonNode json(RestTestClient.ResponseSpec created) {
        return created.expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode http(String campaign) {
        return RemediationRoad.json(http.operator()
                .get()
                .uri("/v1/remediation-campaigns/" + campaign)
                .exchange());
    }

    private JsonNode forecast(String campaign) {
        return RemediationRoad.json(http.operator()
                .get()
                .uri("/v1/remediation-campaigns/" + campaign + "/forecast")
                .exchange());
    }

    private String state(String campaign) {
        return http(campaign).get("state").asString();
    }

    private RestTestClient.ResponseSpec change(String campaign, String what) {
        return http.operator()
                .post()
                .uri("/v1/remediation-campaigns/" + campaign + "/" + what)
                .exchange();
    }

    private JsonNode post(String campaign, String what) {
        return RemediationRoad.json(change(campaign, what));
    }

    private void awaitAsked(String campaign, int asked) {
        await().atMost(PATIENCE).until(() -> http(campaign).get("asked").asInt(), found -> found == asked);
    }

    private void awaitBeat(String campaign, int beat) {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select ticks from remediation_campaign where id = :id::uuid")
                                .param("id", campaign)
                                .query(Integer.class)
                                .single()
                        >= beat);
    }

    private void awaitAlarms(String campaign, int alarms) {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("""
                        select count(*) from remediation_timer where task_name = 'campaign' and task_instance like :id || '@%'
                            and execution_time <= :soon::timestamptz
                        """)
                                .param("id", campaign)
                                .param(
                                        "soon",
                                        clock.instant()
                                                .plus(Duration.ofHours(2))
                                                .toString())
                                .query(Integer.class)
                                .single()
                        == alarms);
    }

    private long casesOf(String campaign, String phase) {
        return http(campaign)
                .get("phases")
                .valueStream()
                .filter(count -> count.get("phase").asString().equals(phase))
                .mapToLong(count -> count.get("cases").asLong())
                .sum();
    }

    private static List<String> numbers(int count) {
        return Stream.generate(RemediationRoad::newNumber).limit(count).toList();
    }

    private List<String> lines(int count) {
        var numbers = numbers(count);
        road.verified(numbers);
        return numbers;
    }
}
