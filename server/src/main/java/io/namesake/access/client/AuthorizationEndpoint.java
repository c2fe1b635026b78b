package io.namesake.access.client;

import io.namesake.access.AgreedLines;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * {@code GET /oauth2/authorize} (OAuth 2.1, clause 4.1; OpenID Connect Core, clause 3.1.2), of Spring Authorization Server's parts.
 * A browser brings a request here; it goes on to the page on which its person answers, or straight back to the client. No session
 * and no cookie: who the person is, their own lines' session says on that page.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationEndpoint {

    @Bean
    FilterRegistrationBean<FilterChainProxy> authorizationEndpointFilter(
            CodeRequests codes,
            ApiClientTable clients,
            NetworkAssertions network,
            AgreedLines agreed,
            BackToClient back,
            Issuer issuer,
            TokenDoor door,
            Clock clock) {
        var requests = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, Issuer.AUTHORIZATION_ENDPOINT);
        var endpoint = new OAuth2AuthorizationEndpointFilter(codes, Issuer.AUTHORIZATION_ENDPOINT);
        endpoint.setAuthenticationConverter(new BrowserRequests(clients, issuer, network, agreed, clock));
        // The library would keep the browser's address beside the request while it is answered.
        endpoint.setAuthenticationDetailsSource(_ -> "");
        endpoint.setConsentPage(issuer.answerPage());
        endpoint.setAuthenticationSuccessHandler(back::answered);
        endpoint.setAuthenticationFailureHandler(back::refused);
        var registration = new FilterRegistrationBean<>(new FilterChainProxy(
                new DefaultSecurityFilterChain(requests, door, new ServerContext(issuer), endpoint)));
        registration.addUrlPatterns(Issuer.AUTHORIZATION_ENDPOINT);
        return registration;
    }
}
