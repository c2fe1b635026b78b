package io.namesake.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** Access tokens of a program (OAuth 2.1, client credentials): asked for when they are needed, and again shortly before they end. */
final class AccessTokens implements Credential {
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(30);

    private final String clientId;
    private final String secret;
    private final List<String> scopes;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private String token;
    private Instant renewAt = Instant.MIN;

    AccessTokens(String clientId, String secret, List<String> scopes, InstantSource clock) {
        this.clientId = clientId;
        this.secret = secret;
        this.scopes = List.copyOf(scopes);
        this.clock = clock;
    }

    @Override
    public String bearer(Transport transport) {
        // A lock that virtual threads can wait for; one of them asks, the others take what it got.
        lock.lock();
        try {
            Instant now = clock.instant();
            if (!now.isBefore(renewAt)) {
                JsonNode given = NamesakeClient.JSON.readTree(transport.answer(request(), ""));
                token = given.path("access_token").asString();
                renewAt = now.plusSeconds(given.path("expires_in").asLong(0)).minus(BEFORE_THE_END);
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    private Request request() {
        Request request = new Request("POST", "/oauth2/token");
        request.field("grant_type", "client_credentials");
        request.field("client_id", clientId);
        request.secretField("client_secret", secret);
        if (!scopes.isEmpty()) {
            request.field("scope", String.join(" ", scopes));
        }
        return request;
    }
}
