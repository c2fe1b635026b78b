package io.namesake.access.external;

import io.namesake.access.Role;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The issuer beside ours ({@code namesake.oidc}).
 *
 * @param issuer its name, under which its configuration lies ({@code /.well-known/openid-configuration}); none when there is none
 * @param name what people call it
 * @param clientId as what this server is registered there; none when nobody of the staff signs in there
 * @param clientSecret its secret; none for a public client, whom PKCE protects alone
 * @param algorithm with which it signs ID tokens and access tokens
 * @param operator whose people they are: name or id; none for the one who was there first
 * @param rolesClaim where the ID token says the roles, with dots for objects within, such as {@code realm_access.roles}
 * @param roles which words there are which of our roles
 * @param audience what access tokens for this API name in {@code aud}; none when none are taken
 */
@ConfigurationProperties("namesake.oidc")
record OidcSettings(
        @Nullable URI issuer,
        @DefaultValue("Single sign-on") String name,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("RS256") String algorithm,
        @Nullable String operator,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<Role, Set<String>> roles,
        @Nullable String audience) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    OidcSettings {
        roles = Map.copyOf(roles);
        if (issuer != null) {
            require(
                    "https".equals(issuer.getScheme())
                            || ("http".equals(issuer.getScheme()) && THIS_MACHINE.contains(issuer.getHost())),
                    "issuer must be an https address");
            require(
                    SignatureAlgorithm.from(algorithm) != null,
                    "algorithm must be one of RS256, PS256, ES256 and the like");
            require(clientId == null || !roles.isEmpty(), "roles must say which words are which roles");
            require(
                    audience == null || !audience.equals(clientId),
                    "audience must not be the client-id: an ID token is no access token");
        }
    }

    boolean signsStaffIn() {
        return issuer != null && clientId != null;
    }

    boolean issuesAccessTokens() {
        return issuer != null && audience != null;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("namesake.oidc." + otherwise);
        }
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
