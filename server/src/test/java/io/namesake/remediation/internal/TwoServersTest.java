package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.namesake.MovableClock;
import io.namesake.NamesakeServer;
import io.namesake.TestDatabase;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.TestScope;
import io.namesake.registry.Limit;
import io.namesake.remediation.RemediationRoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real cases, real servers on one database, and servers that die and go: every step happens once, and none is left out. */
@ExtendWith(TestScope.class)
class TwoServersTest {
    private static final int CASES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final String database = TestDatabase.newDatabase();
    private final MovableClock clock = new MovableClock();
    private final List<ConfigurableApplicationContext> servers = new ArrayList<>();
    private TestGateway gateway;
    private JdbcClient jdbc;

    @AfterEach
    void stop() {
        servers.forEach(ConfigurableApplicationContext::close);
        gateway.close();
    }

    @Test
    void hundreds_of_cases_take_each_step_once_while_one_server_dies_and_another_goes() throws Exception {
        gateway = TestGateway.start();
        var first = server();
        var second = server();
        jdbc = first.getBean(JdbcClient.class);
        var numbers = Stream.generate(RemediationRoad::newNumber).limit(CASES).toList();
        var lines = new RemediationRoad(first).verified(numbers);
        opened(numbers, first, second);
        await().atMost(PATIENCE).until(() -> gateway.keys().size() == CASES);
        delivered(first, second);
        assertThat(inPhase("NOTIFIED")).isEqualTo(CASES);

        // The second server dies in the middle of the reminders: all its connections are cut at once.
        clock.advance(Duration.ofDays(27).plus(AN_HOUR));
        await().atMost(PATIENCE).until(() -> steps("REMINDED") > CASES / 10);
        second.getBean(DataSource.class).unwrap(HikariDataSource.class).close();
        clock.advance(Duration.ofMinutes(5));
        await().atMost(PATIENCE).until(() -> steps("REMINDED") == CASES);

        // A third comes, and is stopped in the middle of the limits.
        var third = server();
        clock.advance(Duration.ofDays(3));
        await().atMost(PATIENCE).until(() -> inPhase("LIMITED") > CASES / 10);
        third.close();
        clock.advance(Duration.ofMinutes(5));
        await().atMost(PATIENCE).until(() -> inPhase("LIMITED") == CASES);
        await().atMost(PATIENCE).until(() -> pending() == 0);

        assertThat(histories())
                .hasSize(CASES)
                .allSatisfy((id, history) -> assertThat(history)
                        .isEqualTo(
                                "1 OPENED NOTICE_DUE 0,2 REACHED NOTIFIED 0,3 REMINDED NOTIFIED 0,4 TIMER LIMITED 1"));
        assertThat(noticesOfEachCase())
                .hasSize(CASES)
                .allSatisfy((id, kinds) -> assertThat(kinds).isEqualTo("DOUBT,REMINDER,LIMITED"));
        // A notice may have been sent twice by a server that died; the gateway counts it once, by its key.
        assertThat(gateway.keys()).hasSize(3 * CASES).containsExactlyInAnyOrderElementsOf(notices());
        var road = new RemediationRoad(first);
        assertThat(lines).allSatisfy(line -> assertThat(road.limits(line)).isEqualTo(Set.of(Limit.OUTGOING)));
        assertThat(jdbc.sql("select count(*) from audit_entry where type = 'remediation.step'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4 * CASES);
        // Each case has one alarm, for its next reminder, and nothing else is due.
        assertThat(jdbc.sql("select task_name, count(*) from remediation_timer group by task_name")
                        .query((row, number) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("case " + CASES);
    }

    private void opened(List<String> numbers, ConfigurableApplicationContext... nodes) {
        for (int number = 0; number < numbers.size(); number++) {
            new RemediationRoad(nodes[number % nodes.length])
                    .open(Map.of("line", numbers.get(number), "doubt", "DATA_ERRORS", "reference", "x"));
        }
    }

    /** The gateway reports that everything arrived, half of it to each server. */
    private void delivered(ConfigurableApplicationContext... nodes) {
        var keys = gateway.keys();
        for (int number = 0; number < keys.size(); number++) {
            new RemediationRoad(nodes[number % nodes.length]).reported(keys.get(number), true);
        }
    }

    private int steps(String event) {
        return count("select count(*) from remediation_step where event = '" + event + "'");
    }

    private int inPhase(String phase) {
        return count("select count(*) from remediation_case where phase = '" + phase + "'");
    }

    private int pending() {
        return count("select count(*) from remediation_notice where status = 'PENDING'")
                + count("select count(*) from remediation_timer where task_name = 'notice'");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private List<String> notices() {
        return jdbc.sql("select id::text from remediation_notice where status in ('SENT', 'DELIVERED')")
                .query(String.class)
                .list();
    }

    private Map<UUID, String> histories() {
        return byCase("""
                select case_id, string_agg(concat_ws(' ', number, event, to_phase, stage), ',' order by number)
                from remediation_step group by case_id
                """);
    }

    private Map<UUID, String> noticesOfEachCase() {
        return byCase(
                "select case_id, string_agg(kind, ',' order by step, channel) from remediation_notice group by case_id");
    }

    private Map<UUID, String> byCase(String sql) {
        var found = new java.util.HashMap<UUID, String>();
        jdbc.sql(sql).query(row -> {
            found.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return found;
    }

    private ConfigurableApplicationContext server() {
        ApplicationContextInitializer<GenericApplicationContext> sameClock = context ->
                context.registerBean("movableClock", MovableClock.class, () -> clock, bean -> bean.setPrimary(true));
        var server = new SpringApplicationBuilder(NamesakeServer.class, TestHttp.Configuration.class)
                .initializers(TestDatabase.named(database), sameClock)
                .run(
                        "--server.port=0",
                        "--namesake.operator.name=" + TestOperator.NAME,
                        "--namesake.operator.api-key=" + TestOperator.KEY,
                        "--namesake.lines-per-person.most=10000",
                        "--namesake.notices.gateway.url=" + gateway.url(),
                        "--namesake.notices.gateway.secret=whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                        "--namesake.notices.gateway.timeout=60s");
        servers.add(server);
        return server;
    }
}
