package io.namesake.access.client;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Our API clients, as Spring Authorization Server wants to see them. */
@Component
class RegisteredApiClients implements RegisteredClientRepository {
    static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final ApiClientTable table;

    RegisteredApiClients(ApiClientTable table) {
        this.table = table;
    }

    /** Called when a secret's hash is weaker than those of today: it stays until the secret is changed. */
    @Override
    public void save(RegisteredClient client) {
        // The table is written by ApiClients alone.
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return uuid(clientId)
                .flatMap(table::enabled)
                .map(RegisteredApiClients::registered)
                .orElse(null);
    }

    static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            // It also reads "1-1-1-1-1".
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RegisteredClient registered(ApiClient client) {
        var id = client.id().toString();
        var registered = RegisteredClient.withId(id)
                .clientId(id)
                .clientName(client.name())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .x509CertificateBoundAccessTokens(client.boundTokens())
                        .build());
        if (client.secretHash() != null) {
            registered
                    .clientSecret(client.secretHash())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        }
        if (client.keySet() != null) {
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        }
        if (client.certificates() != null) {
            registered.clientAuthenticationMethod(client.certificates().method());
        }
        return registered.build();
    }
}
