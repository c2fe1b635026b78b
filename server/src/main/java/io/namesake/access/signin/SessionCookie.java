package io.namesake.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The cookie of a session of staff: out of scripts' reach, never sent by another site's doing, and gone with the browser. By HTTPS it is
 * bound to this host alone ({@code __Host-}, RFC 6265bis); by HTTP, on the machine itself, no such binding exists.
 */
@Component
class SessionCookie {
    private static final String NAME = "namesake-staff";

    private final String name;
    private final boolean secure;

    SessionCookie(OwnPages pages) {
        secure = pages.https();
        name = secure ? "__Host-" + NAME : NAME;
    }

    Optional<String> in(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Without an age: the browser forgets it when it is closed, the server earlier still. */
    ResponseCookie holding(String value) {
        return with(value).build();
    }

    /** The answer to a request that opened a session. */
    <T> ResponseEntity<T> opened(StaffSessions.Opened session, T body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, holding(session.cookieValue()).toString())
                .body(body);
    }

    ResponseCookie taken() {
        return with("").maxAge(Duration.ZERO).build();
    }

    private ResponseCookie.ResponseCookieBuilder with(String value) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/");
    }
}
