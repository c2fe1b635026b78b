package io.namesake.access.client;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Sends browsers back with an answer: code or error, the client's own state, and who answers (RFC 9207). A browser whose client or
 * redirect URI is not known is not sent anywhere: its person reads why.
 */
@Component
class BackToClient {
    private final Issuer issuer;

    BackToClient(Issuer issuer) {
        this.issuer = issuer;
    }

    URI withCode(OAuth2AuthorizationCodeRequestAuthenticationToken answered) {
        return address(
                Objects.requireNonNull(answered.getRedirectUri()),
                "code",
                Objects.requireNonNull(answered.getAuthorizationCode()).getTokenValue(),
                answered.getState());
    }

    URI withError(String redirectUri, String error, @Nullable String state) {
        return address(redirectUri, "error", error, state);
    }

    void answered(HttpServletRequest request, HttpServletResponse response, Authentication answer) throws IOException {
        send(response, withCode((OAuth2AuthorizationCodeRequestAuthenticationToken) answer));
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var error = refusal instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "server_error";
        var asked = refusal instanceof OAuth2AuthorizationCodeRequestAuthenticationException ofRequest
                ? ofRequest.getAuthorizationCodeRequestAuthentication()
                : null;
        send(
                response,
                asked == null || asked.getRedirectUri() == null
                        ? URI.create(issuer.answerPage() + "?error=" + encoded(error))
                        : withError(asked.getRedirectUri(), error, asked.getState()));
    }

    private URI address(String redirectUri, String name, String value, @Nullable String state) {
        return URI.create(redirectUri
                + (redirectUri.contains("?") ? "&" : "?")
                + name
                + "="
                + encoded(value)
                + (state == null ? "" : "&state=" + encoded(state))
                + "&iss="
                + encoded(issuer.name()));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpServletResponse response, URI address) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address.toString());
    }
}
