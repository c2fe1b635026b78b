package io.namesake.access.client;

import io.namesake.access.AgreedLines;
import io.namesake.access.ClientKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Our API clients, as Spring Authorization Server wants to see them. */
@Component
class RegisteredApiClients implements RegisteredClientRepository {
    static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    /** How purposes begin (CAMARA Security and Interoperability Profile, "Purpose as a scope"). */
    static final String PURPOSE = "dpv:";

    /** Asks for refresh tokens (OpenID Connect Core, clause 11). */
    static final String OFFLINE = "offline_access";

    private final ApiClientTable table;
    private final AgreedLines agreed;

    RegisteredApiClients(ApiClientTable table, AgreedLines agreed) {
        this.table = table;
        this.agreed = agreed;
    }

    /** Without purposes and what OpenID Connect means by scopes. */
    static Set<String> ofOperations(Set<String> scopes) {
        return scopes.stream()
                .filter(scope ->
                        !scope.startsWith(PURPOSE) && !scope.equals(OFFLINE) && !scope.equals(OidcScopes.OPENID))
                .collect(Collectors.toUnmodifiableSet());
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
        return uuid(clientId).flatMap(table::enabled).map(this::registered).orElse(null);
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

    private RegisteredClient registered(ApiClient client) {
        var id = client.id().toString();
        var registered = RegisteredClient.withId(id)
                .clientId(id)
                .clientName(client.name())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .x509CertificateBoundAccessTokens(client.boundTokens())
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build());
        if (client.kind() == ClientKind.THIRD_PARTY) {
            registered.scopes(scopes -> scopes.addAll(agreed.purposes()));
        }
        if (!client.redirectUris().isEmpty()) {
            registered
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                    .redirectUris(uris -> uris.addAll(client.redirectUris()))
                    .scope(OidcScopes.OPENID)
                    .scope(OFFLINE)
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build());
        }
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
