package io.namesake.access.client;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A request for a token that names no scope is for all that the client may call (RFC 6749, clause 3.3); what is only said of a
 * person's browser, and purposes, are named or not there.
 */
final class AllScopesUnlessAsked implements AuthenticationConverter {
    private final OAuth2ClientCredentialsAuthenticationConverter spring =
            new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var read = spring.convert(request);
        if (read instanceof OAuth2ClientCredentialsAuthenticationToken asked
                && asked.getScopes().isEmpty()
                && asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                && client.getRegisteredClient() != null) {
            return new OAuth2ClientCredentialsAuthenticationToken(
                    client,
                    RegisteredApiClients.ofOperations(
                            client.getRegisteredClient().getScopes()),
                    asked.getAdditionalParameters());
        }
        return read;
    }
}
