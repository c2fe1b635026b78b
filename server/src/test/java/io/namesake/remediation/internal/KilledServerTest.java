package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeServer;
import io.namesake.TestDatabase;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.TestScope;
import io.namesake.remediation.RemediationRoad;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server dies by SIGKILL after the gateway took a notice and before that was noted. */
@ExtendWith(TestScope.class)
class KilledServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final String database = TestDatabase.newDatabase();

    @Test
    void the_notice_is_sent_again_with_the_same_key_the_gateway_counts_one_and_the_case_goes_on() throws Exception {
        try (var gateway = TestGateway.start();
                var survivor = started(settings(database, gateway.url()))) {
            survivor.getBean(TimerLoop.class).stop();
            var road = new RemediationRoad(survivor);
            var number = RemediationRoad.newNumber();
            var line = road.verified(number);
            // It takes the notice, and before it can say so, the server that sent it is gone.
            var answers = new ArrayList<>(List.of(TestGateway.SILENT));
            gateway.answers(number, () -> answers.isEmpty() ? 202 : answers.removeFirst());
            var id = road.open(RemediationRoad.doubt(number)).get("id").asString();

            var doomed = process(settings(database, gateway.url()));
            try {
                await().atMost(PATIENCE).until(() -> gateway.attempts().size() == 1);
            } finally {
                doomed.destroyForcibly().waitFor();
            }
            assertThat(statusOfNotice(survivor)).isEqualTo("PENDING 0");

            survivor.getBean(TimerLoop.class).start();
            survivor.getBean(MovableClock.class).advance(Duration.ofMinutes(5));
            await().atMost(PATIENCE).until(() -> statusOfNotice(survivor), "SENT 1"::equals);

            assertThat(gateway.attempts()).hasSize(2);
            assertThat(gateway.attempts())
                    .extracting(TestGateway.Attempt::key)
                    .containsOnly(gateway.keys().getFirst());
            assertThat(gateway.attempts().getLast().body())
                    .isEqualTo(gateway.attempts().getFirst().body());
            assertThat(gateway.keys()).hasSize(1);
            road.reported(gateway.keys().getFirst(), true);
            road.untilNextStep(id);
            assertThat(road.get(id).get("phase").asString()).isEqualTo("LIMITED");
            assertThat(road.limits(line)).isNotEmpty();
        }
    }

    private static String statusOfNotice(ConfigurableApplicationContext server) {
        return server.getBean(JdbcClient.class)
                .sql("select status || ' ' || attempts from remediation_notice")
                .query(String.class)
                .single();
    }

    private static List<String> settings(String database, String gateway) {
        return List.of(
                database,
                "--server.port=0",
                "--namesake.operator.name=" + TestOperator.NAME,
                "--namesake.operator.api-key=" + TestOperator.KEY,
                "--namesake.notices.gateway.url=" + gateway,
                "--namesake.notices.gateway.secret=whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                // Longer than the server that waits for the answer lives.
                "--namesake.notices.gateway.timeout=10m");
    }

    /** The same server in a process of its own. */
    private static Process process(List<String> settings) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledServerTest.class.getName()));
        command.addAll(settings);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ConfigurableApplicationContext started(List<String> settings) {
        return new SpringApplicationBuilder(
                        NamesakeServer.class, MovableClock.Configuration.class, TestHttp.Configuration.class)
                .initializers(TestDatabase.named(settings.getFirst()))
                .run(settings.subList(1, settings.size()).toArray(String[]::new));
    }

    /** Runs in the process that is killed. */
    @SuppressWarnings("resource") // Left open on purpose: it never ends by itself.
    public static void main(String[] settings) {
        started(List.of(settings));
    }
}
