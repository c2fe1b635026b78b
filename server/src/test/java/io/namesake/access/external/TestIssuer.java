package io.namesake.access.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.namesake.TestIssuerAddress;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/**
 * A whole OpenID provider (Spring Authorization Server) on a port of its own. People sign in there by HTTP Basic at any address, which opens a
 * session; what it says of their roles is as Keycloak says it.
 */
final class TestIssuer implements AutoCloseable {
    static final String PASSWORD = "at-the-issuer";
    static final String PROGRAM = "billing";
    /** Its tokens name another API. */
    static final String OTHER_PROGRAM = "elsewhere-only";

    static final String AUDIENCE = "https://api.namesake.test";

    /** Thumbprints of certificates, to which it binds the tokens of a program. */
    static final Map<String, String> BOUND = new ConcurrentHashMap<>();

    /** What it says of whom. */
    static final Map<String, List<String>> ROLES = new ConcurrentHashMap<>();

    private final Tomcat tomcat;
    private final AnnotationConfigWebApplicationContext spring;

    private TestIssuer(Tomcat tomcat, AnnotationConfigWebApplicationContext spring) {
        this.tomcat = tomcat;
        this.spring = spring;
    }

    /** @param clock by which its tokens are issued */
    static TestIssuer start(Path folder, Clock clock) throws LifecycleException {
        var spring = new AnnotationConfigWebApplicationContext();
        spring.register(Provider.class);
        spring.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("clock", clock));
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(TestIssuerAddress.PORT);
        tomcat.getConnector();
        var context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (_, servlets) -> {
                    spring.setServletContext(servlets);
                    spring.refresh();
                    servlets.addFilter("security", spring.getBean("springSecurityFilterChain", Filter.class))
                            .addMappingForUrlPatterns(null, false, "/*");
                },
                Set.of());
        Tomcat.addServlet(context, "nothing", new HttpServlet() {
                    private static final long serialVersionUID = 1L;
                })
                .addMapping("/");
        tomcat.start();
        return new TestIssuer(tomcat, spring);
    }

    static String secretOf(String program) {
        return program + "-secret";
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        spring.close();
    }

    /** No component: servers under test must not find it. */
    @EnableWebSecurity
    static class Provider {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(basic -> basic.securityContextRepository(new HttpSessionSecurityContextRepository()))
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder()
                    .issuer(TestIssuerAddress.ISSUER)
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(person("lina"), person("wangfang"), person("nobody"));
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("1")
                            .clientId("namesake")
                            .clientSecret("{noop}only-for-tests")
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri("http://localhost:8080" + ExternalIssuer.ANSWER)
                            .scope("openid")
                            .scope("profile")
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .build())
                            .build(),
                    program("2", PROGRAM),
                    program("3", OTHER_PROGRAM));
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("issuer").generate()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenGenerator<?> tokens(JWKSource<SecurityContext> keys, Clock clock) {
            var generator = new JwtGenerator(new NimbusJwtEncoder(keys));
            generator.setClock(clock);
            generator.setJwtCustomizer(Provider::shape);
            return generator;
        }

        private static void shape(JwtEncodingContext token) {
            var about = token.getPrincipal().getName();
            if ("id_token".equals(token.getTokenType().getValue())) {
                token.getClaims()
                        .claim("name", "Person " + about)
                        .claim("realm_access", Map.of("roles", ROLES.getOrDefault(about, List.of())));
            } else if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                token.getClaims()
                        .audience(List.of(OTHER_PROGRAM.equals(about) ? "https://other.test" : AUDIENCE))
                        .claim("azp", about);
                var thumbprint = BOUND.get(about);
                if (thumbprint != null) {
                    token.getClaims().claim("cnf", Map.of("x5t#S256", thumbprint));
                }
            }
        }

        private static UserDetails person(String name) {
            return User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("USER")
                    .build();
        }

        private static RegisteredClient program(String id, String name) {
            return RegisteredClient.withId(id)
                    .clientId(name)
                    .clientSecret("{noop}" + secretOf(name))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .scope("lines:read")
                    .scope("webhooks:manage")
                    .build();
        }
    }
}
