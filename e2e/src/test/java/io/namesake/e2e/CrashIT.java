package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.e2e.Api.Answer;
import io.namesake.e2e.WebhookReceiver.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Promise 7: what was accepted survives the sudden end of the server, here by SIGKILL. */
class CrashIT {

    private static final People PEOPLE = People.available();

    /** Retries come quickly, and what a dead server was sending is soon free again: the tests wait less than a network would. */
    private static final Map<String, String> SETTINGS = Map.of(
            "NAMESAKE_WEBHOOKS_RETRYDELAYS",
            Collections.nCopies(60, "1s").stream().collect(Collectors.joining(",")),
            "NAMESAKE_WEBHOOKS_REQUESTTIMEOUT",
            "3s",
            // These applicants have neither a camera nor a chip: they send still pictures and type.
            "NAMESAKE_CHALLENGE",
            "OPTIONAL",
            "NAMESAKE_POLICY",
            ServerProcess.POLICY_FOR_TYPED);

    private Path data;

    @BeforeEach
    void aNewFolder(@TempDir Path folder) {
        data = folder.resolve("data");
    }

    @Test
    void a_decision_reaches_the_network_once_when_the_server_dies_before_the_delivery() throws Exception {
        try (WebhookReceiver network = WebhookReceiver.start()) {
            network.accept(false);
            Delivery attempted;
            try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
                subscribe(server, network);
                verify(server, "+8613800138011");
                attempted = Awaitility.await("a refused attempt")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> network.deliveries("line.activated"), found -> !found.isEmpty())
                        .getFirst();
                server.kill();
            }
            network.accept(true);

            try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
                assertThat(acceptedOnce(network)).isEqualTo(attempted.id());
                assertThat(Api.operator(server).get("/v1/lines/+8613800138011").text("status"))
                        .isEqualTo("ACTIVE");
            }
        }
    }

    @Test
    void a_decision_reaches_the_network_once_when_the_server_dies_right_after_it() throws Exception {
        try (WebhookReceiver network = WebhookReceiver.start()) {
            try (ServerProcess server = ServerProcess.start(data, SETTINGS);
                    ServerDatabase database = ServerDatabase.of(data)) {
                subscribe(server, network);
                Application application = ready(server, "+8613800138012").submit();
                Awaitility.await("the decision")
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> database.isVerified(application.id()));
                server.kill();
            }

            try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
                assertThat(acceptedOnce(network)).isNotBlank();
                assertThat(Api.operator(server).get("/v1/lines/+8613800138012").text("status"))
                        .isEqualTo("ACTIVE");
            }
        }
    }

    @Test
    void what_was_submitted_is_decided_after_the_restart() throws Exception {
        List<Application> submitted;
        Instant killed;
        try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
            // More than the machine decides while it takes to kill it.
            submitted = IntStream.range(0, 6)
                    .mapToObj(i -> ready(server, "+861380013802" + i))
                    .toList();
            submitted.forEach(Application::submit);
            server.kill();
            killed = Instant.now();
        }

        try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
            List<JsonNode> decisions = submitted.stream()
                    .map(application -> decision(server, application))
                    .toList();

            assertThat(decisions)
                    .allSatisfy(decision ->
                            assertThat(decision.get("outcome").asString()).isEqualTo("VERIFIED"))
                    .anySatisfy(decision -> assertThat(
                                    Instant.parse(decision.get("decidedAt").asString()))
                            .isAfter(killed));
        }
    }

    private static JsonNode decision(ServerProcess server, Application application) {
        Api operator = Api.operator(server);
        return Awaitility.await("decision of " + application.id())
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> operator.get("/v1/applications/" + application.id())
                                .body()
                                .get("decision"),
                        decision -> !decision.isNull());
    }

    private static Application ready(ServerProcess server, String line) {
        return Application.open(server, line)
                .consent()
                .document(PEOPLE.document())
                .selfie(PEOPLE.selfie());
    }

    private static void verify(ServerProcess server, String line) {
        JsonNode decided = ready(server, line).submit().decided();
        assertThat(decided.get("decision").get("outcome").asString())
                .as(decided.toString())
                .isEqualTo("VERIFIED");
    }

    private static void subscribe(ServerProcess server, WebhookReceiver network) {
        Answer endpoint = Api.operator(server)
                .post(
                        "/v1/webhook-endpoints",
                        Map.of("url", network.uri().toString(), "eventTypes", List.of("line.activated")));
        assertThat(endpoint.status()).as(endpoint.toString()).isEqualTo(201);
    }

    /** Waits for the one event and returns its id; a receiver that goes by the id has counted it once. */
    private static String acceptedOnce(WebhookReceiver network) {
        Awaitility.await("an accepted delivery")
                .atMost(Duration.ofSeconds(30))
                .until(() -> network.deliveries("line.activated").stream().anyMatch(Delivery::accepted));
        Set<String> ids = new HashSet<>();
        Awaitility.await("no other event")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    network.deliveries().forEach(delivery -> ids.add(delivery.id()));
                    return ids.size() == 1;
                });
        return ids.iterator().next();
    }
}
