package io.namesake.access.external;

import io.namesake.access.Digests;
import io.namesake.access.SecretToken;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The code flow with PKCE (OpenID Connect Core 1.0, clause 3.1; RFC 7636), by Spring Security: it redeems the code and checks the ID token's
 * signature, issuer, audience, times and nonce.
 */
@Component
class CodeFlow {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExternalIssuer issuer;
    private final SecureRandom random;
    private final Clock clock;
    private final AuthenticationProvider checks;

    CodeFlow(ExternalIssuer issuer, OidcSettings settings, SecureRandom random, Clock clock) {
        this.issuer = issuer;
        this.random = random;
        this.clock = clock;
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(http());
        var oidc = new OidcAuthorizationCodeAuthenticationProvider(
                tokens, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        var decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(_ -> SignatureAlgorithm.from(settings.algorithm()));
        decoders.setJwtValidatorFactory(registration -> idToken(registration, clock));
        oidc.setJwtDecoderFactory(decoders);
        checks = oidc;
    }

    /**
     * @param address where the browser goes
     * @param pending what waits for the answer
     */
    record Begun(String address, PendingSignIn pending) {}

    Begun begin() {
        var pending = new PendingSignIn(
                SecretToken.random(random),
                SecretToken.random(random),
                SecretToken.random(random),
                clock.instant().plus(PendingSignIn.LIFE));
        return new Begun(request(pending).getAuthorizationRequestUri(), pending);
    }

    /** @throws AuthenticationException when the answer is not believed */
    OidcUser finish(PendingSignIn pending, String state, String code) {
        var registration = issuer.registration();
        var answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(registration.getRedirectUri())
                .state(state)
                .build();
        var checked = checks.authenticate(new OAuth2LoginAuthenticationToken(
                registration, new OAuth2AuthorizationExchange(request(pending), answer)));
        if (checked != null && checked.getPrincipal() instanceof OidcUser user) {
            return user;
        }
        throw new IllegalStateException("The scope openid was asked for");
    }

    private OAuth2AuthorizationRequest request(PendingSignIn pending) {
        var registration = issuer.registration();
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, ExternalIssuer.REGISTRATION);
        attributes.put(OidcParameterNames.NONCE, pending.nonce());
        attributes.put(PkceParameterNames.CODE_VERIFIER, pending.codeVerifier());
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(pending.state())
                .attributes(all -> all.putAll(attributes))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE, Digests.s256(pending.nonce()),
                        PkceParameterNames.CODE_CHALLENGE, Digests.s256(pending.codeVerifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD, "S256"))
                .build();
    }

    private static OAuth2TokenValidator<Jwt> idToken(ClientRegistration registration, Clock clock) {
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        var claims = new OidcIdTokenValidator(registration);
        claims.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(times, claims);
    }

    private static RestClient http() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
