package io.namesake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers that tell browsers to do nothing but what the portal needs (OWASP Secure Headers; W3C CSP3, Permissions Policy).
 *
 * <p>A filter of our own and not Spring Security, whose other half (sessions, forms, CSRF) has nothing to do here: bearer tokens are never
 * sent by a browser on its own account, and the one cookie, of staff's sessions, is guarded where it is read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {
    /** Scripts, styles and calls of our own only; pictures and videos also out of the page's own memory (the camera). */
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "font-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(),"
            + " display-capture=(), publickey-credentials-create=(self), publickey-credentials-get=(self),"
            + " browsing-topics=()";

    private static final String TWO_YEARS_OF_HTTPS = "max-age=63072000";

    /** Whether people reach this server by HTTPS, which may end at a proxy before it. */
    private final boolean https;

    SecurityHeaders(@Value("${namesake.public-url}") URI publicUrl) {
        https = "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (https || request.isSecure()) {
            response.setHeader("Strict-Transport-Security", TWO_YEARS_OF_HTTPS);
        }
        // What the API answers is somebody's own; a page's files say otherwise themselves.
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, response);
    }
}
