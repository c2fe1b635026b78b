package io.namesake.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.remediation.internal.TestGateway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Text messages through a gateway that fails in every way, and the letter as the last resort. */
class NoticesOnTheirWayTest extends WithGateway {
    /** After the first, second, ... failed attempt, as shipped. */
    private static final List<Duration> BACKOFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private final String number = RemediationRoad.newNumber();

    @Autowired
    ApplicationContext server;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private RemediationRoad road;

    @BeforeEach
    void an_active_line() {
        road = new RemediationRoad(server);
        road.verified(number);
    }

    @Test
    void a_gateway_that_fails_and_falls_silent_gets_the_same_notice_again_until_it_takes_it() {
        var answers = Stream.of(500, TestGateway.SILENT, 429).iterator();
        GATEWAY.answers(number, () -> answers.hasNext() ? answers.next() : 202);
        var id = open();
        for (int attempt = 1; attempt <= 3; attempt++) {
            awaitAttempts(id, attempt);
            clock.advance(BACKOFF.get(attempt - 1).plusSeconds(1));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> sms(id).get("status").asString(), "SENT"::equals);

        var key = sms(id).get("id").asString();
        assertThat(attempts(number))
                .extracting(TestGateway.Attempt::key)
                .containsOnly(key)
                .hasSize(4);
        assertThat(attempts(number)).extracting(TestGateway.Attempt::status).containsExactly(500, 0, 429, 202);
        assertThat(attempts(number))
                .extracting(TestGateway.Attempt::body)
                .containsOnly(attempts(number).getFirst().body());
        assertThat(road.letters(id)).isEmpty();
        road.reported(key, true);
        assertThat(road.get(id).get("phase").asString()).isEqualTo("NOTIFIED");
    }

    @Test
    void no_attempt_comes_before_its_time() {
        GATEWAY.answers(number, () -> 503);
        var id = open();
        awaitAttempts(id, 1);
        var due = jdbc.sql("""
                        select t.execution_time = n.changed_at + interval '1 minute'
                        from remediation_timer t join remediation_notice n on t.task_instance = n.id || '@1'
                        where n.id = :id::uuid
                        """).param("id", sms(id).get("id").asString());
        assertThat(due.query(Boolean.class).single()).isTrue();
    }

    @Test
    void when_every_attempt_has_failed_the_letter_tells_it_and_the_case_goes_on() {
        GATEWAY.answers(number, () -> 500);
        var id = open();
        for (int attempt = 1; attempt <= BACKOFF.size(); attempt++) {
            awaitAttempts(id, attempt);
            assertThat(road.letters(id)).isEmpty();
            clock.advance(BACKOFF.get(attempt - 1).plusSeconds(1));
        }
        var letter = road.letterOf(id);
        assertThat(sms(id).get("status").asString()).isEqualTo("FAILED");
        assertThat(sms(id).get("error").asString()).isEqualTo("http-500");
        assertThat(attempts(number)).hasSize(BACKOFF.size() + 1);
        assertThat(letter.get("addressee").asString()).isEqualTo(number);
        assertThat(letter.get("text").asString()).contains("Please confirm within 30 days");
        road.post(letter);
        assertThat(road.get(id).get("phase").asString()).isEqualTo("NOTIFIED");
    }

    @Test
    void a_notice_that_the_gateway_refuses_or_could_not_deliver_goes_by_letter_at_once() {
        GATEWAY.answers(number, () -> 422);
        var refused = open();
        assertThat(road.letterOf(refused).get("text").asString()).contains(number);

        var other = RemediationRoad.newNumber();
        road.verified(other);
        var lost = road.open(wanted(other)).get("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sms(lost).get("status").asString(), "SENT"::equals);
        road.reported(sms(lost).get("id").asString(), false);
        road.reported(sms(lost).get("id").asString(), false);
        road.letterOf(lost);
        assertThat(notices(lost))
                .extracting(notice -> notice.get("channel").asString())
                .containsExactlyInAnyOrder("LETTER", "SMS");
        assertThat(road.get(lost).get("phase").asString()).isEqualTo("NOTICE_DUE");
    }

    @Test
    void what_is_not_true_any_more_is_told_by_no_letter() {
        var id = open();
        await().atMost(Duration.ofSeconds(60)).until(() -> sms(id).get("status").asString(), "SENT"::equals);
        var key = sms(id).get("id").asString();
        road.opens(RemediationRoad.tokenIn(
                attempts(number).getFirst().body().get("text").asString()));
        road.reported(key, false);
        assertThat(notices(id))
                .extracting(notice -> notice.get("status").asString())
                .containsExactly("FAILED");
    }

    @Test
    void each_stage_is_preceded_by_one_reminder_by_the_same_channel() {
        var id = open();
        await().atMost(Duration.ofSeconds(60)).until(() -> sms(id).get("status").asString(), "SENT"::equals);
        road.reported(sms(id).get("id").asString(), true);
        road.untilReminded(id);
        await().atMost(Duration.ofSeconds(60)).until(() -> attempts(number).size() == 2);
        assertThat(attempts(number).getLast().body().get("text").asString())
                .contains("A reminder: your line " + number)
                .contains("outgoing calls and messages");
        assertThat(road.get(id).get("phase").asString()).isEqualTo("NOTIFIED");

        // The alarms of the reminder ring again after a server's death: nothing follows.
        clock.advance(Duration.ofHours(1));
        jdbc.sql("""
                        insert into remediation_timer (task_name, task_instance, execution_time, picked, version)
                        values ('case', :instance, now(), false, 1)
                        """).param("instance", id + "@again").update();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select count(*) from remediation_timer where task_instance = :instance")
                        .param("instance", id + "@again")
                        .query(Integer.class)
                        .single()
                        .equals(0));
        assertThat(road.get(id).get("history")).hasSize(3);

        clock.advance(Duration.ofDays(3));
        road.awaitPhase(id, "LIMITED");
        road.untilNextStep(id);
        road.untilNextStep(id);
        assertThat(notices(id))
                .extracting(notice -> notice.get("kind").asString())
                .containsExactly(
                        "DOUBT", "REMINDER", "LIMITED", "REMINDER", "LIMITED", "DECISION_REMINDER", "DECISION_DUE");
    }

    @Test
    void whoever_speaks_an_unknown_language_gets_both_and_a_known_one_alone() {
        open();
        await().atMost(Duration.ofSeconds(60)).until(() -> !attempts(number).isEmpty());
        var both = attempts(number).getFirst().body();
        assertThat(both.get("language").asString()).isEqualTo("mul");
        assertThat(both.get("text").asString()).contains("Please confirm", "请");
        assertThat(both.get("subject").asString()).contains(" / ");

        var other = RemediationRoad.newNumber();
        road.verified(other);
        road.open(Map.of("line", other, "doubt", "DATA_ERRORS", "reference", "x", "language", "zh-CN"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !attempts(other).isEmpty());
        var chinese = attempts(other).getFirst().body();
        assertThat(chinese.get("language").asString()).isEqualTo("zh-CN");
        assertThat(chinese.get("text").asString()).contains("请").doesNotContain("Please");
        var token = RemediationRoad.tokenIn(chinese.get("text").asString());
        assertThat(road.opens(token).get("language").asString()).isEqualTo("zh-CN");
    }

    @Test
    void every_way_that_is_known_is_used() {
        var wanted = Map.of("line", number, "doubt", "DATA_ERRORS", "reference", "x", "postalReference", "customer-7");
        var id = road.open(wanted).get("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !road.letters(id).isEmpty() && attempts(number).size() == 1);
        assertThat(road.letterOf(id).get("addressee").asString()).isEqualTo("customer-7");
        // This server has no way for e-mail, so an address brings nothing more.
        assertThat(notices(id))
                .extracting(notice -> notice.get("channel").asString())
                .containsExactlyInAnyOrder("LETTER", "SMS");
    }

    private String open() {
        return road.open(wanted(number)).get("id").asString();
    }

    private static Map<String, String> wanted(String number) {
        return Map.of("line", number, "doubt", "DOCUMENT_EXPIRED", "reference", "ticket-1");
    }

    private void awaitAttempts(String id, int attempts) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sms(id).get("attempts").asInt() >= attempts);
    }

    /** The first text message of a case. */
    private JsonNode sms(String id) {
        return road.get(id)
                .get("notices")
                .valueStream()
                .filter(notice -> notice.get("channel").asString().equals("SMS"))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> notices(String id) {
        return road.get(id).get("notices").valueStream().toList();
    }
}
