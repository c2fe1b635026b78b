package io.namesake.access.client;

import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells Spring Authorization Server who it is, while it answers a request. */
final class ServerContext extends OncePerRequestFilter {
    private final AuthorizationServerContext context;

    ServerContext(Issuer issuer) {
        context = of(issuer);
    }

    static AuthorizationServerContext of(Issuer issuer) {
        var settings = AuthorizationServerSettings.builder()
                .issuer(issuer.name())
                .authorizationEndpoint(Issuer.AUTHORIZATION_ENDPOINT)
                .tokenEndpoint(Issuer.TOKEN_ENDPOINT)
                .jwkSetEndpoint(Issuer.JWKS)
                .build();
        return new AuthorizationServerContext() {
            @Override
            public String getIssuer() {
                return settings.getIssuer();
            }

            @Override
            public AuthorizationServerSettings getAuthorizationServerSettings() {
                return settings;
            }
        };
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AuthorizationServerContextHolder.setContext(context);
        // Who asks is known by the client's id alone, before it is known at which operator it is registered.
        CurrentScope.set(Scope.ofSystem("token endpoint"));
        try {
            chain.doFilter(request, response);
        } finally {
            CurrentScope.clear();
            AuthorizationServerContextHolder.resetContext();
        }
    }
}
