package io.namesake.access.external;

import io.namesake.access.OpenToAnyone;
import io.namesake.access.StaffDoor;
import io.namesake.crypto.Vault;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Sends browsers to the issuer beside ours, and takes what they bring back. Whatever goes wrong leads to our own page, which says so. */
@RestController
@Hidden
class ElsewhereController {
    private static final Logger log = LoggerFactory.getLogger(ElsewhereController.class);
    private static final String COOKIE = "namesake-elsewhere";
    private static final URI DESK = URI.create("/staff");
    private static final URI FAILED = URI.create("/staff?elsewhere=failed");
    private static final int LONGEST = 2000;

    private final ExternalIssuer issuer;
    private final CodeFlow flow;
    private final ExternalStaff staff;
    private final StaffDoor door;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean secure;

    ElsewhereController(
            ExternalIssuer issuer,
            CodeFlow flow,
            ExternalStaff staff,
            StaffDoor door,
            Vault vault,
            JsonMapper json,
            Clock clock,
            @Value("${namesake.public-url}") URI publicUrl) {
        this.issuer = issuer;
        this.flow = flow;
        this.staff = staff;
        this.door = door;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.secure = "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    @GetMapping(ExternalIssuer.START)
    @OpenToAnyone(because = "nobody is signed in before they sign in")
    ResponseEntity<Void> start() {
        requireOffer();
        try {
            var begun = flow.begin();
            return to(
                    URI.create(begun.address()),
                    cookie(begun.pending().sealed(vault, json))
                            .maxAge(PendingSignIn.LIFE)
                            .build());
        } catch (RestClientException | IllegalArgumentException | IllegalStateException unreachable) {
            log.warn("The issuer for staff cannot be asked for its configuration", unreachable);
            return to(FAILED);
        }
    }

    @GetMapping(ExternalIssuer.ANSWER)
    @OpenToAnyone(because = "nobody is signed in before they sign in")
    ResponseEntity<Void> answer(
            @RequestParam @Nullable String state, @RequestParam @Nullable String code, HttpServletRequest request) {
        requireOffer();
        var done = cookie("").maxAge(Duration.ZERO).build();
        var pending = waiting(request);
        if (pending.isEmpty() || state == null || code == null || state.length() + code.length() > LONGEST) {
            return to(FAILED, done);
        }
        try {
            return staff.recognise(flow.finish(pending.get(), state, code))
                    .map(person -> to(DESK, done, door.open(person, "issuer", request)))
                    .orElseGet(() -> to(FAILED, done));
        } catch (AuthenticationException refused) {
            log.info(
                    "What the issuer for staff answered is not believed: {}",
                    refused.getClass().getSimpleName());
            return to(FAILED, done);
        }
    }

    private void requireOffer() {
        if (issuer.offer().isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND);
        }
    }

    private Optional<PendingSignIn> waiting(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieName()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(value -> PendingSignIn.open(value, vault, json, clock.instant()));
    }

    private String cookieName() {
        return secure ? "__Host-" + COOKIE : COOKIE;
    }

    /** Lax, since it must come back with a browser that another site sends here. */
    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(cookieName(), value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
    }

    private static ResponseEntity<Void> to(URI address, Object... cookies) {
        var headers = new HttpHeaders();
        Stream.of(cookies).map(Object::toString).forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie));
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(address)
                .headers(headers)
                .build();
    }
}
