package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** What becomes of an endpoint after it was made, and where none may lead: over HTTP. */
class EndpointHttpTest extends WebhookHttpTest {

    @Test
    void an_endpoint_that_does_not_echo_is_told_nothing_until_it_does() {
        receiver.echoes(_ -> "{}");
        var silent = answer(HttpMethod.POST, ENDPOINTS, Map.of("url", receiver.url()), 201);
        assertThat(silent.get("verifiedAt").isNull()).isTrue();
        assertThat(silent.get("verificationError").asString()).isEqualTo("not-echoed");
        assertThat(problem(HttpMethod.POST, at(silent) + "/verification", null, 409))
                .isEqualTo("webhook-endpoint-not-verified");
        happens(1);

        receiver.echoes("{\"challenge\": \"%s\"}"::formatted);
        var verified = answer(HttpMethod.POST, at(silent) + "/verification", null, 200);
        var told = happens(2);

        assertThat(verified.get("verifiedAt").isNull()).isFalse();
        assertThat(receiver.awaitRequests(1))
                .extracting(TestReceiver.Request::id)
                .containsExactly(told);
        assertThat(receiver.challenges())
                .hasSize(3)
                .allMatch(request -> request.isSignedWith(silent.get("secret").asString()));
    }

    @Test
    void a_changed_endpoint_is_told_what_it_now_wants() {
        var endpoint = created();

        var changed = answer(
                HttpMethod.PATCH,
                at(endpoint),
                Map.of("eventTypes", List.of("line.activated"), "description", "The switch"),
                200);
        happens(1);

        assertThat(changed.get("eventTypes").toString()).isEqualTo("[\"line.activated\"]");
        assertThat(changed.get("url").asString()).isEqualTo(receiver.url());
        assertThat(get(at(endpoint))).isEqualTo(changed);
        assertThat(get(at(endpoint) + "/deliveries").get("deliveries")).isEmpty();
        var back = answer(HttpMethod.PATCH, at(endpoint), Map.of("eventTypes", List.of(), "description", ""), 200);
        assertThat(back.get("eventTypes")).hasSize(EventType.values().length);
        assertThat(back.get("description").isNull()).isTrue();
    }

    @Test
    void another_url_takes_over_once_it_has_answered_and_not_before() {
        var endpoint = created();
        try (var other = new TestReceiver()) {
            other.echoes(_ -> "no");
            assertThat(problem(HttpMethod.PATCH, at(endpoint), Map.of("url", other.url()), 409))
                    .isEqualTo("webhook-endpoint-not-verified");
            assertThat(get(at(endpoint)).get("url").asString()).isEqualTo(receiver.url());

            other.echoes("{\"challenge\": \"%s\"}"::formatted);
            answer(HttpMethod.PATCH, at(endpoint), Map.of("url", other.url()), 200);
            var told = happens(1);

            assertThat(other.awaitRequests(1).getFirst().id()).isEqualTo(told);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void an_endpoint_that_was_gone_is_told_again_at_another_url_that_has_answered() {
        var endpoint = created();
        receiver.answersWith(410);
        happens(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !get(at(endpoint)).get("disabledAt").isNull());
        answer(HttpMethod.PATCH, at(endpoint), Map.of("description", "gone"), 200);
        assertThat(get(at(endpoint)).get("disabledAt").isNull()).isFalse();

        try (var other = new TestReceiver()) {
            var moved = answer(HttpMethod.PATCH, at(endpoint), Map.of("url", other.url()), 200);
            var told = happens(2);

            assertThat(moved.get("disabledAt").isNull()).isTrue();
            assertThat(other.awaitRequests(1).getFirst().id()).isEqualTo(told);
        }
    }

    @Test
    void both_secrets_sign_in_the_overlap_and_the_new_one_alone_after_it() {
        var endpoint = created();
        var old = endpoint.get("secret").asString();

        var rotated = answer(HttpMethod.POST, at(endpoint) + "/secret", Map.of("overlapHours", 1), 200);
        var fresh = rotated.get("secret").asString();
        assertThat(rotated.get("previousSecretUntil").isNull()).isFalse();
        assertThat(get(at(endpoint)).get("previousSecretUntil")).isEqualTo(rotated.get("previousSecretUntil"));
        happens(1);
        var during = receiver.awaitRequests(1).getFirst();
        pass(Duration.ofHours(2));
        happens(2);
        var after = receiver.awaitRequests(2).getLast();

        assertThat(List.of(during.isSignedWith(old), during.isSignedWith(fresh)))
                .containsOnly(true);
        assertThat(List.of(after.isSignedWith(old), after.isSignedWith(fresh))).containsExactly(false, true);
    }

    @Test
    void a_secret_that_leaked_signs_nothing_any_more() {
        var endpoint = created();

        var rotated = answer(HttpMethod.POST, at(endpoint) + "/secret", Map.of("overlapHours", 0), 200);
        happens(1);

        assertThat(rotated.get("previousSecretUntil").isNull()).isTrue();
        var request = receiver.awaitRequests(1).getFirst();
        assertThat(request.isSignedWith(endpoint.get("secret").asString())).isFalse();
        assertThat(request.isSignedWith(rotated.get("secret").asString())).isTrue();
        for (int hours : List.of(-1, 169)) {
            assertThat(problem(HttpMethod.POST, at(endpoint) + "/secret", Map.of("overlapHours", hours), 400))
                    .isEqualTo("request-invalid");
        }
    }

    /** Of this machine alone the tests allow calls. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.8/",
                "https://192.168.1.1/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:10.0.0.8]/",
                "https://0.0.0.0/",
                "http://93.184.215.14/"
            })
    void no_endpoint_leads_to_an_address_that_is_not_public_and_over_tls(String url) {
        var endpoint = created();
        int asked = receiver.challenges().size();

        assertThat(problem(HttpMethod.POST, ENDPOINTS, Map.of("url", url), 422)).isEqualTo("webhook-endpoint-invalid");
        assertThat(problem(HttpMethod.PATCH, at(endpoint), Map.of("url", url), 422))
                .isEqualTo("webhook-endpoint-invalid");

        assertThat(get(at(endpoint)).get("url").asString()).isEqualTo(receiver.url());
        assertThat(get(ENDPOINTS).get("endpoints")).hasSize(1);
        assertThat(receiver.challenges()).hasSize(asked);
    }

    @Test
    void another_operators_endpoint_is_not_there() {
        var endpoint = created();
        var theirs = Map.of(
                HttpMethod.GET, at(endpoint),
                HttpMethod.PATCH, at(endpoint),
                HttpMethod.POST, at(endpoint) + "/verification",
                HttpMethod.DELETE, at(endpoint));

        theirs.forEach((method, path) -> ask(
                        http.operator(), method, path, method == HttpMethod.PATCH ? Map.of("description", "x") : null)
                .expectStatus()
                .isNotFound());
        ask(http.operator(), HttpMethod.POST, at(endpoint) + "/secret", Map.of())
                .expectStatus()
                .isNotFound();
        assertThat(problem(HttpMethod.GET, ENDPOINTS + "/" + UUID.randomUUID(), null, 404))
                .isEqualTo("webhook-endpoint-unknown");
        assertThat(get(at(endpoint)).get("previousSecretUntil").isNull()).isTrue();
    }
}
