package io.namesake.access.client;

import io.namesake.access.AgreedLines;
import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Keeps what Spring Authorization Server wants kept of codes and refresh tokens: hashes, and no token. Access tokens speak for
 * themselves and end soon, so none is kept.
 *
 * <p>A code or a refresh token that comes a second time ends all that came of it (OAuth 2.1, clauses 4.1.3 and 4.3.1); so does the
 * end of the person's consent. Times are measured with the server's clock here; the library, which asks the machine's, is given
 * codes and refresh tokens that are good now.
 */
@Component
class Grants implements OAuth2AuthorizationService {
    /** Attribute of an authorization: the family of its refresh tokens, where it may have any. */
    static final String FAMILY = Grants.class.getName() + ".family";

    private static final String PRESENTED = Grants.class.getName() + ".presented";
    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    private final GrantTable table;
    private final WaitingRequestTable waiting;
    private final RegisteredApiClients clients;
    private final ApiClientTable operators;
    private final AgreedLines agreed;
    private final Issuer issuer;
    private final Clock clock;

    Grants(
            GrantTable table,
            WaitingRequestTable waiting,
            RegisteredApiClients clients,
            ApiClientTable operators,
            AgreedLines agreed,
            Issuer issuer,
            Clock clock) {
        this.table = table;
        this.waiting = waiting;
        this.clients = clients;
        this.operators = operators;
        this.agreed = agreed;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.AUTHORIZATION_CODE.equals(authorization.getAuthorizationGrantType())) {
            return; // a program's own
        }
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        String handle = authorization.getAttribute(OAuth2ParameterNames.STATE);
        if (handle != null) {
            waiting.insert(handle, waiting(authorization), clock.instant());
        } else if (code == null) {
            rotated(authorization);
        } else if (!code.isInvalidated()) {
            issued(authorization, code.getToken().getTokenValue());
        } else if (authorization.getAccessToken() != null) {
            traded(authorization);
        } else {
            end(id(authorization)); // another client tried it
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        // Rows go by themselves.
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var kind = type == null ? "" : type.getValue();
        return switch (kind) {
            case OAuth2ParameterNames.CODE -> ofCode(token).orElse(null);
            case OAuth2ParameterNames.REFRESH_TOKEN -> ofRefreshToken(token).orElse(null);
            default -> null;
        };
    }

    private Optional<OAuth2Authorization> ofCode(String code) {
        var found = table.ofCode(SecretToken.sha256(code)).filter(this::standing);
        if (found.filter(Grant::codeUsed).isPresent()) {
            end(found.get().id());
            return Optional.empty();
        }
        return found.filter(grant -> clock.instant().isBefore(grant.codeUntil()))
                .flatMap(grant -> known(grant)
                        .map(builder -> builder.authorizedScopes(grant.scopes())
                                .token(new OAuth2AuthorizationCode(
                                        code, Instant.now(), Instant.now().plus(CODE_LIFE)))
                                .build()));
    }

    private Optional<OAuth2Authorization> ofRefreshToken(String token) {
        var found = RefreshTokens.family(token).flatMap(table::ofFamily).filter(this::standing);
        var hash = SecretToken.sha256(token);
        if (found.filter(grant -> !hash.equals(grant.refreshSha256())).isPresent()) {
            end(found.get().id());
            return Optional.empty();
        }
        return found.filter(
                        grant -> grant.refreshUntil() != null && clock.instant().isBefore(grant.refreshUntil()))
                .flatMap(grant -> known(grant).map(builder -> {
                    // An ID token says that somebody was there; nobody is when a program refreshes.
                    var scopes = new HashSet<>(grant.scopes());
                    scopes.remove(OidcScopes.OPENID);
                    return builder.authorizedScopes(scopes)
                            .refreshToken(new OAuth2RefreshToken(token, null))
                            .attribute(PRESENTED, hash)
                            .build();
                }));
    }

    private boolean standing(Grant grant) {
        return !grant.ended() && agreed.stands(grant.line().consentId());
    }

    private Optional<OAuth2Authorization.Builder> known(Grant grant) {
        return Optional.ofNullable(clients.findById(grant.clientId().toString()))
                .map(client -> {
                    var builder = OAuth2Authorization.withRegisteredClient(client)
                            .id(grant.id().toString())
                            .principalName(grant.agreement().getName())
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .attribute(
                                    Principal.class.getName(), grant.agreement().authentication())
                            .attribute(OAuth2AuthorizationRequest.class.getName(), request(grant));
                    return grant.refreshable() ? builder.attribute(FAMILY, grant.family()) : builder;
                });
    }

    private OAuth2AuthorizationRequest request(Grant grant) {
        var more = new HashMap<String, Object>(Map.of(
                PkceParameterNames.CODE_CHALLENGE,
                grant.codeChallenge(),
                PkceParameterNames.CODE_CHALLENGE_METHOD,
                "S256"));
        if (grant.nonce() != null) {
            more.put(OidcParameterNames.NONCE, grant.nonce());
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(issuer.authorizationEndpoint())
                .clientId(grant.clientId().toString())
                .redirectUri(grant.redirectUri())
                .scopes(grant.scopes())
                .additionalParameters(more)
                .build();
    }

    private WaitingRequest waiting(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        var more = request.getAdditionalParameters();
        return new WaitingRequest(
                operatorOf(authorization),
                UUID.fromString(authorization.getRegisteredClientId()),
                Objects.requireNonNull(request.getRedirectUri()),
                request.getState(),
                (String) more.get(OidcParameterNames.NONCE),
                request.getScopes(),
                (String) more.get(PkceParameterNames.CODE_CHALLENGE));
    }

    private void issued(OAuth2Authorization authorization, String code) {
        Authentication behind = authorization.getAttribute(Principal.class.getName());
        var agreement = (Agreement) Objects.requireNonNull(behind.getPrincipal());
        var asked = waiting(authorization);
        var now = clock.instant();
        table.insert(
                new Grant(
                        id(authorization),
                        asked.operator(),
                        asked.clientId(),
                        agreement.line(),
                        agreement.byNetwork(),
                        agreement.at(),
                        asked.scopes(),
                        asked.redirectUri(),
                        asked.nonce(),
                        asked.codeChallenge(),
                        now.plus(CODE_LIFE),
                        false,
                        UUID.randomUUID(),
                        null,
                        null,
                        false),
                SecretToken.sha256(code),
                now);
    }

    private void traded(OAuth2Authorization authorization) {
        var now = clock.instant();
        if (!table.useCode(id(authorization), now, refreshSha256(authorization), now.plus(REFRESH_LIFE))) {
            endAndRefuse(authorization);
        }
    }

    private void rotated(OAuth2Authorization authorization) {
        String before = authorization.getAttribute(PRESENTED);
        var after = refreshSha256(authorization);
        if (before == null
                || after == null
                || !table.rotate(
                        id(authorization), before, after, clock.instant().plus(REFRESH_LIFE))) {
            endAndRefuse(authorization);
        }
    }

    /** Two came at the same moment; one of them is a thief. */
    private void endAndRefuse(OAuth2Authorization authorization) {
        end(id(authorization));
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }

    private void end(UUID grant) {
        table.end(grant, clock.instant());
    }

    private OperatorId operatorOf(OAuth2Authorization authorization) {
        return operators
                .enabled(UUID.fromString(authorization.getRegisteredClientId()))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT))
                .operator();
    }

    private static @Nullable String refreshSha256(OAuth2Authorization authorization) {
        var refresh = authorization.getRefreshToken();
        return refresh == null ? null : SecretToken.sha256(refresh.getToken().getTokenValue());
    }

    private static UUID id(OAuth2Authorization authorization) {
        return UUID.fromString(authorization.getId());
    }
}
