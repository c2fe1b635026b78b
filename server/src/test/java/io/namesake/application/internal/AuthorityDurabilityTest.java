package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.namesake.MovableClock;
import io.namesake.NamesakeServer;
import io.namesake.TestDatabase;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.TestScope;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Promise 7, while an authority is asked: a server that stops in between repeats the question, and decides once. */
@ExtendWith(TestScope.class)
class AuthorityDurabilityTest {
    private final String database = TestDatabase.newDatabase();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final Object never = new Object();
    private volatile boolean answers;
    private HttpServer authority;

    @BeforeEach
    void startAuthority() throws IOException {
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authority.createContext("/", this::answer);
        authority.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        authority.start();
    }

    @AfterEach
    void stopAuthority() {
        authority.stop(0);
    }

    @Test
    void an_application_whose_server_stopped_while_the_authority_was_asked_is_decided_once_after_the_restart() {
        String id;
        try (var first = start()) {
            var applicant = TestApplicant.withConsent(first.getBean(TestHttp.class));
            applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
            applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
            id = applicant.id;
            applicant.submit().expectStatus().isAccepted();
            await().untilAsserted(() -> assertThat(questions).hasSize(1));
            assertThat(state(first, id)).isEqualTo("SUBMITTED");
        }
        answers = true;
        try (var second = start()) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(state(second, id)).isEqualTo("VERIFIED"));
            assertThat(logged(second, id, "application.decided")).isEqualTo(1);
            assertThat(logged(second, id, "authority.asked")).isEqualTo(2);
        }
        assertThat(questions).hasSize(2);
        assertThat(questions.getFirst()).isEqualTo(questions.getLast());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var question = JsonMapper.builder()
                .build()
                .readTree(exchange.getRequestBody().readAllBytes())
                .path("question")
                .asString();
        questions.add(question);
        try (exchange) {
            if (!answers) {
                synchronized (never) {
                    never.wait(60_000);
                }
                return;
            }
            byte[] match = "{\"question\":\"%s\",\"answer\":\"MATCH\"}"
                    .formatted(question)
                    .getBytes();
            exchange.sendResponseHeaders(200, match.length);
            exchange.getResponseBody().write(match);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(
                        NamesakeServer.class,
                        ScriptedFaces.Configuration.class,
                        MovableClock.Configuration.class,
                        TestHttp.Configuration.class)
                .initializers(TestDatabase.named(database))
                .properties(
                        "namesake.operator.name=" + TestOperator.NAME,
                        "namesake.operator.api-key=" + TestOperator.KEY,
                        "namesake.challenge=OPTIONAL",
                        "namesake.authority.kind=HTTPS",
                        "namesake.authority.request-timeout=50s",
                        "namesake.authority.url=http://127.0.0.1:"
                                + authority.getAddress().getPort(),
                        "namesake.policy=classpath:io/namesake/decision/policy-demo.yaml")
                .run("--server.port=0");
    }

    private static String state(ConfigurableApplicationContext server, String id) {
        return server.getBean(JdbcClient.class)
                .sql("select state from application where id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private static int logged(ConfigurableApplicationContext server, String id, String type) {
        return server.getBean(JdbcClient.class)
                .sql("select count(*) from audit_entry where subject_id = :id and type = :type")
                .param("id", id)
                .param("type", type)
                .query(Integer.class)
                .single();
    }
}
