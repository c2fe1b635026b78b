package io.namesake.access.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * Requests that a client signed with a key of its own (RFC 9101; CAMARA Security and Interoperability Profile, "Signed
 * Authentication Requests"): what is in the signed object counts, what is beside it only has to be the same.
 */
final class SignedRequests {
    static final String PARAMETER = "request";

    private static final int LONGEST = 5000;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final List<String> SIGNED_ALONE = List.of(
            OidcParameterNames.NONCE,
            PkceParameterNames.CODE_CHALLENGE,
            PkceParameterNames.CODE_CHALLENGE_METHOD,
            "prompt");

    private final Issuer issuer;
    private final Clock clock;

    SignedRequests(Issuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * The request as it was signed.
     *
     * @param asked with the object among its parameters
     * @throws OAuth2AuthorizationCodeRequestAuthenticationException {@code invalid_request_object}, when it is not good in every
     *     respect
     */
    OAuth2AuthorizationCodeRequestAuthenticationToken read(
            ApiClient client, OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        try {
            var claims =
                    checked(client, (String) asked.getAdditionalParameters().get(PARAMETER));
            requireSame(asked, claims);
            var more = new HashMap<String, Object>();
            for (var name : SIGNED_ALONE) {
                var value = claims.getStringClaim(name);
                if (value != null) {
                    more.put(name, value);
                }
            }
            return changed(asked, claims.getStringClaim("state"), more);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException wrong) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error("invalid_request_object"),
                    // Nobody is sent where the client is not known to be.
                    client.redirectUris().contains(String.valueOf(asked.getRedirectUri()))
                            ? changed(asked, asked.getState(), Map.of())
                            : null);
        }
    }

    private JWTClaimsSet checked(ApiClient client, String object)
            throws ParseException, BadJOSEException, JOSEException {
        require(client.keySet() != null && object.length() <= LONGEST);
        var checks = new DefaultJWTProcessor<SecurityContext>();
        checks.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("oauth-authz-req+jwt"), JOSEObjectType.JWT, null));
        checks.setJWSKeySelector(new JWSVerificationKeySelector<>(
                ClientKeys.ALGORITHMS, new ImmutableJWKSet<>(client.keySet().keys())));
        checks.setJWTClaimsSetVerifier(new ClaimsAt(
                clock,
                Set.of(issuer.name(), issuer.authorizationEndpoint()),
                new JWTClaimsSet.Builder().issuer(client.id().toString()).build(),
                Set.of("iat", "exp", "jti")));
        var claims = checks.process(object, null);
        var from = claims.getIssueTime().toInstant();
        require(!from.isAfter(clock.instant()));
        require(!claims.getExpirationTime().toInstant().isAfter(from.plus(LONGEST_LIFE)));
        // With a subject it could be taken for the client's proof of itself.
        require(claims.getSubject() == null);
        return claims;
    }

    private static void requireSame(OAuth2AuthorizationCodeRequestAuthenticationToken asked, JWTClaimsSet claims)
            throws ParseException {
        require("code".equals(claims.getStringClaim("response_type")));
        require(asked.getClientId().equals(claims.getStringClaim("client_id")));
        require(claims.getStringClaim("redirect_uri") != null
                && claims.getStringClaim("redirect_uri").equals(asked.getRedirectUri()));
        require(claims.getStringClaim("scope") != null
                && asked.getScopes()
                        .equals(Set.of(claims.getStringClaim("scope").split(" "))));
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationToken changed(
            OAuth2AuthorizationCodeRequestAuthenticationToken asked, @Nullable String state, Map<String, Object> more) {
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                (Authentication) asked.getPrincipal(),
                asked.getRedirectUri(),
                state,
                asked.getScopes(),
                more);
    }

    private static void require(boolean good) {
        if (!good) {
            throw new IllegalArgumentException("The signed request is not accepted");
        }
    }
}
