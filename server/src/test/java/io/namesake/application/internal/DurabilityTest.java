package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeServer;
import io.namesake.TestDatabase;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.TestScope;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.face.PresentationAttack.Finding;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Promise 7, up to the decision: what was accepted is decided, whatever happens to the server in between. */
@ExtendWith(TestScope.class)
class DurabilityTest {
    private final String database = TestDatabase.newDatabase();

    @Test
    void an_application_whose_server_stopped_in_the_middle_of_the_comparison_is_decided_after_the_restart() {
        var never = new CountDownLatch(1);
        var comparing = new CountDownLatch(1);
        String id;
        try (var first = start()) {
            first.getBean(ScriptedFaces.class).find(() -> {
                comparing.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("The server stops");
            });
            var applicant = complete(first);
            id = applicant.id;
            applicant.submit().expectStatus().isAccepted();
            await().untilAsserted(() -> assertThat(comparing.getCount()).isZero());
            assertThat(state(first, id)).isEqualTo("SUBMITTED");
            never.countDown();
        }
        try (var second = start()) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(state(second, id)).isEqualTo("VERIFIED"));
            assertThat(decisionsLogged(second, id)).isEqualTo(1);
        }
    }

    @Test
    void a_decision_that_failed_is_tried_again_while_the_server_runs() {
        try (var server = start()) {
            var faces = server.getBean(ScriptedFaces.class);
            faces.find(() -> {
                throw new IllegalStateException("out of luck");
            });
            var applicant = complete(server);
            int askedBefore = faces.asked();
            applicant.submit().expectStatus().isAccepted();
            await().untilAsserted(() -> assertThat(faces.asked()).isGreaterThan(askedBefore));
            faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));

            server.getBean(MovableClock.class).advance(Duration.ofMinutes(1));

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(state(server, applicant.id)).isEqualTo("VERIFIED"));
            assertThat(decisionsLogged(server, applicant.id)).isEqualTo(1);
        }
    }

    @Test
    void an_application_that_no_machine_can_decide_goes_to_a_person_after_ten_minutes() {
        try (var server = start()) {
            var faces = server.getBean(ScriptedFaces.class);
            faces.find(() -> {
                throw new IllegalStateException("out of luck");
            });
            var applicant = complete(server);
            int askedBefore = faces.asked();
            applicant.submit().expectStatus().isAccepted();
            await().untilAsserted(() -> assertThat(faces.asked()).isGreaterThan(askedBefore));

            server.getBean(MovableClock.class).advance(Duration.ofMinutes(11));

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(state(server, applicant.id)).isEqualTo("REVIEW"));
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
                        "server.port=0",
                        "namesake.events.pace=PT1S",
                        "namesake.operator.name=" + TestOperator.NAME,
                        "namesake.operator.api-key=" + TestOperator.KEY,
                        // Its applicants send stills and type.
                        "namesake.challenge=OPTIONAL",
                        "namesake.policy=classpath:io/namesake/decision/policy-demo.yaml")
                .run("--server.port=0");
    }

    private static TestApplicant complete(ConfigurableApplicationContext server) {
        var applicant = TestApplicant.withConsent(server.getBean(TestHttp.class));
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        return applicant;
    }

    private static String state(ConfigurableApplicationContext server, String id) {
        return server.getBean(JdbcClient.class)
                .sql("select state from application where id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private static int decisionsLogged(ConfigurableApplicationContext server, String id) {
        return server.getBean(JdbcClient.class)
                .sql("select count(*) from audit_entry where subject_id = :id and type = 'application.decided'")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
