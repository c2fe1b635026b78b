package io.namesake.access.client;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.access.certificate.ClientCertificates;
import io.namesake.access.limits.HashesInTurn;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2RefreshTokenAuthenticationConverter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * {@code POST /oauth2/token}, put together of Spring Authorization Server's parts. There are three grants (client credentials; codes
 * that a person's browser brought, and refreshing what came of them) and four ways to prove oneself; what the library offers beyond
 * that (devices, exchange, introspection) is not there at all, and the rest of the server never passes through Spring Security.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpoint {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    /** KiB, and passes: the least that OWASP's Password Storage Cheat Sheet names for Argon2id. */
    private static final int MEMORY = 19 * 1024;

    private static final int PASSES = 2;

    /** Hashes secrets and passwords (Argon2id, RFC 9106), a few at a time. */
    @Bean
    PasswordEncoder passwordEncoder(MeterRegistry metrics) {
        return new HashesInTurn(new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY, PASSES), metrics);
    }

    @Bean
    FilterRegistrationBean<FilterChainProxy> tokenEndpointFilter(
            RegisteredApiClients clients,
            ClientAssertions assertions,
            SecretProof secret,
            CertificateProof certificate,
            ClientCertificates certificates,
            Grants grants,
            SigningKeys keys,
            Issuer issuer,
            TokenDoor door,
            SecureRandom random,
            Clock clock) {
        var requests = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, Issuer.TOKEN_ENDPOINT);
        var whoIsIt = new OAuth2ClientAuthenticationFilter(
                provenBy(clients, assertions, grants, secret, certificate), requests);
        whoIsIt.setAuthenticationConverter(new DelegatingAuthenticationConverter(List.of(
                new AssertionInForm(),
                new ClientSecretBasicAuthenticationConverter(),
                new ClientSecretPostAuthenticationConverter(),
                new CertificateInForm(certificates))));
        var generator = new DelegatingOAuth2TokenGenerator(generator(keys, issuer, clock), new RefreshTokens(random));
        var tokens = new OAuth2TokenEndpointFilter(
                new ProviderManager(
                        new OAuth2ClientCredentialsAuthenticationProvider(grants, generator),
                        new OAuth2AuthorizationCodeAuthenticationProvider(grants, generator),
                        new OAuth2RefreshTokenAuthenticationProvider(grants, generator)),
                Issuer.TOKEN_ENDPOINT);
        tokens.setAuthenticationConverter(new DelegatingAuthenticationConverter(List.of(
                new AllScopesUnlessAsked(),
                new OAuth2AuthorizationCodeAuthenticationConverter(),
                new OAuth2RefreshTokenAuthenticationConverter())));
        var chain = new FilterChainProxy(new DefaultSecurityFilterChain(
                requests,
                door,
                new ServerContext(issuer),
                whoIsIt,
                new NobodyUnknown(),
                new CertificateBinding(certificates),
                tokens));
        var registration = new FilterRegistrationBean<>(chain);
        registration.addUrlPatterns(Issuer.TOKEN_ENDPOINT);
        return registration;
    }

    private static AuthenticationManager provenBy(
            RegisteredApiClients clients,
            ClientAssertions assertions,
            Grants grants,
            SecretProof secret,
            CertificateProof certificate) {
        var keys = new JwtClientAssertionAuthenticationProvider(clients, grants);
        keys.setJwtDecoderFactory(assertions);
        return new ProviderManager(secret, keys, certificate);
    }

    private static JwtGenerator generator(SigningKeys keys, Issuer issuer, Clock clock) {
        JWKSource<SecurityContext> source = (selector, _) -> selector.select(keys.all());
        var generator = new JwtGenerator(new NimbusJwtEncoder(source));
        generator.setClock(clock);
        generator.setJwtCustomizer(token -> shape(token, keys, issuer));
        return generator;
    }

    /** Access tokens as RFC 9068 says: which type, for whom, and scopes as one string. ID tokens say who vouched, and when. */
    private static void shape(JwtEncodingContext token, SigningKeys keys, Issuer issuer) {
        token.getJwsHeader()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(keys.signing().getKeyID());
        if (token.getPrincipal().getPrincipal() instanceof Agreement agreement) {
            agreement.describe(token.getClaims());
        }
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            return;
        }
        token.getJwsHeader().type(AccessTokens.TYPE);
        token.getClaims()
                .audience(List.of(issuer.name()))
                .claim(AccessTokens.CLIENT, token.getRegisteredClient().getClientId())
                .claim(AccessTokens.SCOPE, String.join(" ", new TreeSet<>(token.getAuthorizedScopes())));
        if (token.getAuthorization() != null) {
            token.getClaims().claim(AccessTokens.GRANT, token.getAuthorization().getId());
        }
        CertificateBinding.into(token);
    }
}
