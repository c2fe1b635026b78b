package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.namesake.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Promise 7: what was decided reaches the network, whenever the server dies. */
class KilledServerTest {
    private final TestReceiver receiver = new TestReceiver();
    private final ConfigurableEnvironment environment = new StandardEnvironment();

    @TempDir
    Path directory;

    @BeforeEach
    void a_database_and_a_keyset_that_outlive_the_server() {
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new TestDatabase().initialize(context);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_decision_is_told_with_one_id_though_the_server_is_killed_before_and_while_telling_it() throws Exception {
        var decides = start(receiver.url());
        awaitReady(decides);
        kill(decides);
        assertThat(receiver.requests()).isEmpty();
        assertThat(count("select count(*) from line where status = 'ACTIVE'")).isOne();
        assertThat(count("select count(*) from webhook_delivery")).isZero();

        receiver.answersOnlyAfter(Duration.ofMinutes(5));
        var sends = start();
        awaitReady(sends);
        receiver.awaitRequests(1);
        kill(sends);
        assertThat(count("select count(*) from webhook_attempt")).isZero();

        receiver.answersWith(204);
        // The minute passes after which the dead worker's lease runs out.
        jdbc().sql("update webhook_delivery set leased_until = leased_until - interval '1 hour'")
                .update();
        var delivers = start();
        try {
            awaitReady(delivers);
            receiver.awaitRequests(2);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> count("select count(*) from webhook_delivery where status = 'DELIVERED'") == 1);
        } finally {
            kill(delivers);
        }

        var first = receiver.requests().getFirst();
        var second = receiver.requests().getLast();
        assertThat(receiver.requests()).hasSize(2);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body()).contains("line.activated");
    }

    private Process start(String... receiver) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "--enable-native-access=ALL-UNNAMED",
                DoomedServer.class.getName(),
                setting("database.url"),
                setting("keyset"),
                setting("index-keyset"),
                setting("audit.key")));
        command.addAll(List.of(receiver));
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // Not as an argument: ONNX Runtime 1.29.0 crashes the process when its command line is longer than 4 KB.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    /** SIGKILL: no shutdown hook runs, no connection is closed in order. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static void awaitReady(Process process) throws Exception {
        var said = new ArrayList<String>();
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(DoomedServer.READY)) {
                    return;
                }
                said.add(line);
            }
        }
        fail("The server ended by itself:%n%s", String.join(System.lineSeparator(), said));
    }

    private int count(String sql) {
        return jdbc().sql(sql).query(Integer.class).single();
    }

    private JdbcClient jdbc() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(setting("database.url"));
        dataSource.setUser("postgres");
        return JdbcClient.create(dataSource);
    }

    private String setting(String name) {
        return environment.getRequiredProperty("namesake." + name);
    }
}
