package io.namesake.access.client;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.access.certificate.ClientCertificates;
import io.namesake.access.limits.HashesInTurn;
import java.time.Clock;
import java.util.List;
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
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * {@code POST /oauth2/token}, put together of Spring Authorization Server's parts. There is one grant (client credentials) and
 * four ways to prove oneself; what the library offers beyond that (codes, refresh, devices, introspection) is not there at all,
 * and the rest of the server never passes through Spring Security.
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
            SigningKeys keys,
            Issuer issuer,
            TokenDoor door,
            Clock clock) {
        var requests = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, Issuer.TOKEN_ENDPOINT);
        var whoIsIt =
                new OAuth2ClientAuthenticationFilter(provenBy(clients, assertions, secret, certificate), requests);
        whoIsIt.setAuthenticationConverter(new DelegatingAuthenticationConverter(List.of(
                new AssertionInForm(),
                new ClientSecretBasicAuthenticationConverter(),
                new ClientSecretPostAuthenticationConverter(),
                new CertificateInForm(certificates))));
        var tokens = new OAuth2TokenEndpointFilter(
                new ProviderManager(new OAuth2ClientCredentialsAuthenticationProvider(
                        new NothingKept(), generator(keys, issuer, clock))),
                Issuer.TOKEN_ENDPOINT);
        tokens.setAuthenticationConverter(new AllScopesUnlessAsked());
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
            SecretProof secret,
            CertificateProof certificate) {
        var keys = new JwtClientAssertionAuthenticationProvider(clients, new NothingKept());
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

    /** RFC 9068: which type, for whom, and scopes as one string. */
    private static void shape(JwtEncodingContext token, SigningKeys keys, Issuer issuer) {
        token.getJwsHeader()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(keys.signing().getKeyID())
                .type(AccessTokens.TYPE);
        token.getClaims()
                .audience(List.of(issuer.name()))
                .claim("client_id", token.getRegisteredClient().getClientId())
                .claim(AccessTokens.SCOPE, String.join(" ", token.getAuthorizedScopes()));
        CertificateBinding.into(token);
    }
}
