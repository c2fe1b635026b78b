package io.namesake.access.client;

import io.namesake.access.certificate.ClientCertificate;
import io.namesake.access.certificate.ClientCertificates;
import io.namesake.access.certificate.Confirmation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds a client's token to the certificate that it came with (RFC 8705, clause 3): always where the certificate proved the client, and where the
 * client is registered for bound tokens alone, which then gets none without a certificate.
 */
final class CertificateBinding extends OncePerRequestFilter {
    private static final byte[] NEEDED =
            "{\"error\":\"invalid_request\",\"error_description\":\"This client gets tokens by mutual TLS alone\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final ClientCertificates certificates;

    CertificateBinding(ClientCertificates certificates) {
        this.certificates = certificates;
    }

    /** What a token is to be bound to, on its way to who writes it. */
    private record Bound(String thumbprint) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken client
                && isBound(client)) {
            var certificate = certificates.of(request);
            if (certificate.isEmpty()) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.getOutputStream().write(NEEDED);
                return;
            }
            client.setDetails(new Bound(certificate.get().thumbprint()));
        }
        chain.doFilter(request, response);
    }

    private static boolean isBound(OAuth2ClientAuthenticationToken client) {
        return client.getCredentials() instanceof ClientCertificate
                || Optional.ofNullable(client.getRegisteredClient())
                        .filter(known -> known.getTokenSettings().isX509CertificateBoundAccessTokens())
                        .isPresent();
    }

    /** Writes into a token what it is bound to. */
    static void into(JwtEncodingContext token) {
        if (token.getAuthorizationGrant() instanceof Authentication grant
                && grant.getPrincipal() instanceof AbstractAuthenticationToken client
                && client.getDetails() instanceof Bound(String thumbprint)) {
            token.getClaims().claim(Confirmation.CLAIM, Map.of(Confirmation.THUMBPRINT, thumbprint));
        }
    }
}
