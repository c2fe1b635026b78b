package io.namesake.access.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.client.TestClients;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashing secrets is dear, so it is bounded, and costs the same whoever asks. */
@NamesakeTest
class HashesInTurnTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    @Autowired
    TestHttp http;

    @Autowired
    PasswordEncoder hashes;

    @Autowired
    MeterRegistry metrics;

    @Test
    void beyond_those_that_may_wait_programs_and_people_are_told_to_come_again() throws Exception {
        var client = TestClients.register(http, "OPERATOR", "lines:read");
        var turns = (HashesInTurn) hashes;
        var end = new CountDownLatch(1);
        var begun = new CountDownLatch(HashesInTurn.AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < HashesInTurn.AT_ONCE; i++) {
                    threads.submit(() -> turns.inTurn(() -> held(begun, end)));
                }
                begun.await();
                for (int i = 0; i < HashesInTurn.MOST_WAITING; i++) {
                    threads.submit(() -> turns.inTurn(() -> true));
                }
                await().atMost(PATIENCE).until(() -> turns.waiting() >= HashesInTurn.MOST_WAITING);

                TestClients.ask(http, client, GRANT)
                        .expectStatus()
                        .isEqualTo(503)
                        .expectHeader()
                        .valueEquals("Retry-After", "2")
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("busy");
                http.anyone()
                        .post()
                        .uri("/v1/staff/sessions")
                        .body(Map.of("number", "ABCD-2345", "password", "x", "code", "000000"))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(503)
                        .expectHeader()
                        .valueEquals("Retry-After", "2");
                assertThatThrownBy(() -> turns.encode("x"))
                        .isInstanceOfSatisfying(
                                Problem.class, busy -> assertThat(busy.type()).isEqualTo(ProblemType.BUSY));
            } finally {
                end.countDown();
            }
        }
        assertThat(TestClients.token(http, client)).isNotBlank();
    }

    @Test
    void a_client_that_nobody_knows_costs_as_many_hashes_as_a_wrong_secret() {
        var client = TestClients.register(http, "OPERATOR", "lines:read");
        var disabled = TestClients.register(http, "OPERATOR", "lines:read");
        http.operator()
                .delete()
                .uri("/v1/api-clients/" + disabled.id())
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(hashesOf(() -> refused(client.id(), client.secret() + "x"))).isEqualTo(1);
        assertThat(hashesOf(() -> refused(UUID.randomUUID().toString(), client.secret())))
                .isEqualTo(1);
        assertThat(hashesOf(() -> refused("no-id", client.secret()))).isEqualTo(1);
        assertThat(hashesOf(() -> refused(disabled.id(), disabled.secret()))).isEqualTo(1);
        assertThat(hashesOf(() -> TestClients.ask(http, client, GRANT)
                        .expectStatus()
                        .isOk()
                        .returnResult(Void.class)
                        .getStatus()
                        .value()))
                .isEqualTo(1);
    }

    @Test
    void whoever_signs_in_costs_one_hash_whether_or_not_anybody_has_the_number() {
        assertThat(hashesOf(() -> http.anyone()
                        .post()
                        .uri("/v1/staff/sessions")
                        .body(Map.of("number", "ZZZZ-7777", "password", "x", "code", "000000"))
                        .exchange()
                        .expectStatus()
                        .isUnauthorized()
                        .returnResult(Void.class)
                        .getStatus()
                        .value()))
                .isEqualTo(1);
    }

    private int refused(String id, String secret) {
        return TestClients.ask(http, new TestClients.Registered(id, secret), GRANT)
                .expectStatus()
                .isUnauthorized()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private int hashesOf(IntSupplier request) {
        var made = metrics.counter("namesake.secret.hashes", "outcome", "made");
        double before = made.count();
        request.getAsInt();
        return (int) (made.count() - before);
    }

    private static boolean held(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
