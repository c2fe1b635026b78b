package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.crypto.Vault;
import io.namesake.net.Exchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks whoever listens at a URL whether they want to be told: a signed event with a random text, to be answered with that text. A server
 * that knows nothing of us does not answer so, and one that echoes whatever it gets does not either, since the text must stand
 * at another place than where it came.
 */
@Component
class EndpointChallenge {
    private static final int BYTES = 32;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final WebhookEndpoints endpoints;
    private final EventCatalogue catalogue;
    private final WebhookClient client;
    private final JsonMapper json;
    private final SecureRandom random;
    private final Clock clock;

    EndpointChallenge(
            WebhookEndpoints endpoints,
            EventCatalogue catalogue,
            WebhookClient client,
            JsonMapper json,
            SecureRandom random,
            Clock clock) {
        this.endpoints = endpoints;
        this.catalogue = catalogue;
        this.client = client;
        this.json = json;
        this.random = random;
        this.clock = clock;
    }

    /** Asks at the endpoint's own URL, and from a right answer on it is told events. */
    Result verify(OperatorId operator, WebhookEndpoint endpoint) {
        var result = ask(operator, endpoint.id(), URI.create(endpoint.url()));
        if (result.passed()) {
            endpoints.verified(operator, endpoint.id(), endpoint.url());
        }
        return result;
    }

    /** Asks at any URL, with the endpoint's secrets. Takes at most as long as an attempt to deliver. */
    Result ask(OperatorId operator, UUID endpoint, URI url) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = "chk_" + UUID.randomUUID();
        var body = catalogue.write(
                operator,
                id,
                EventCatalogue.CHALLENGE,
                endpoint.toString(),
                clock.instant(),
                null,
                Map.of("challenge", challenge));
        try {
            return result(
                    challenge,
                    client.ask(
                            url,
                            endpoints.secrets(endpoint),
                            id,
                            body.getBytes(StandardCharsets.UTF_8),
                            LONGEST_ANSWER));
        } catch (Vault.SealBroken _) {
            return new Result(Optional.of(Attempt.Failure.NOT_SENT.wireName()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Result(Optional.of(Attempt.Failure.TIMEOUT.wireName()));
        }
    }

    private Result result(String challenge, Exchange exchange) {
        return new Result(
                switch (exchange) {
                    case Exchange.Failed(Exchange.Failure why) ->
                        Optional.of(WebhookClient.failure(why).wireName());
                    case Exchange.Answered answer
                    when answer.status() < 200 || answer.status() > 299 -> Optional.of("http-" + answer.status());
                    case Exchange.Answered answer ->
                        echoes(answer.body(), challenge) ? Optional.empty() : Optional.of("not-echoed");
                });
    }

    private boolean echoes(byte[] answer, String challenge) {
        try {
            var said = json.readTree(answer).path("challenge").asString("");
            return MessageDigest.isEqual(
                    said.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException _) {
            return false;
        }
    }

    /** @param error why not: {@code not-echoed}, {@code http-<status>} or an attempt's error; empty when it passed */
    record Result(Optional<String> error) {
        boolean passed() {
            return error.isEmpty();
        }
    }
}
