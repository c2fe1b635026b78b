package io.namesake.access.signin;

import static io.namesake.access.signin.InvitationController.needed;

import io.namesake.access.Elsewhere;
import io.namesake.access.OpenToAnyone;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.StaffRegister;
import io.namesake.access.limits.ClientAddress;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and one's own sessions. */
@RestController
@Tag(name = "Sign-in")
class SessionController {
    private final SignIns signIns;
    private final StaffSessions sessions;
    private final StaffRegister register;
    private final ProvenSessions proven;
    private final SignInSettings settings;
    private final SessionCookie cookie;
    private final OwnPages pages;
    private final Elsewhere elsewhere;

    SessionController(
            SignIns signIns,
            StaffSessions sessions,
            StaffRegister register,
            ProvenSessions proven,
            SignInSettings settings,
            SessionCookie cookie,
            OwnPages pages,
            Elsewhere elsewhere) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.register = register;
        this.proven = proven;
        this.settings = settings;
        this.cookie = cookie;
        this.pages = pages;
        this.elsewhere = elsewhere;
    }

    @Schema(name = "StaffSignIn")
    record Given(
            @Schema(example = "K7M2-XQ4T") @Nullable String number,

            @Nullable String password,

            @Schema(description = "What the device shows now, or a recovery code", example = "123456") @Nullable
            String code) {
        @Override
        public String toString() {
            return "Given";
        }

        SignIns.Given typed() {
            return new SignIns.Given(needed(number), needed(password), needed(code));
        }
    }

    @Schema(name = "StaffSignedIn")
    record SignedIn(
            @Schema(description = "To be sent as `X-CSRF-Token` with whatever changes something", example = "nsx_...")
            String csrfToken,

            @Schema(description = "Used or not, the session ends then")
            Instant endsAt,

            int recoveryCodesLeft) {}

    @Schema(name = "StaffBrowser")
    record Browser(
            @Schema(description = "Null when nobody is signed in in this browser") @Nullable
            Mine session,

            @Schema(description = "An issuer where staff can sign in instead; null when there is none") @Nullable
            Issuer elsewhere,

            @Schema(description = "Whether a passkey signs in only together with the password")
            boolean passkeyNeedsPassword) {}

    @Schema(name = "StaffIssuer")
    record Issuer(
            String name,

            @Schema(description = "Where the browser is to go", example = "/staff/elsewhere")
            String path) {}

    @Schema(name = "StaffSessionHere")
    record Mine(UUID id, String csrfToken, Instant endsAt) {}

    @Schema(name = "StaffSession")
    record Session(UUID id, String browser, Instant openedAt, Instant lastUsedAt, boolean current) {}

    @Schema(name = "StaffSessions")
    record All(List<Session> sessions) {}

    @Schema(name = "StaffPasswordChange")
    record PasswordChange(
            @Nullable String password,

            @Schema(description = "As for signing in; not needed for five minutes after another proof") @Nullable
            String code,

            @Schema(minLength = Passwords.SHORTEST, maxLength = Passwords.LONGEST) @Nullable
            String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @PostMapping("/v1/staff/sessions")
    @OpenToAnyone(because = "nobody is signed in before they sign in")
    @Operation(
            operationId = "signIn",
            summary = "Sign in by number, password and code",
            description =
                    "Opens a session in a cookie of this browser; the one that it had before ends. Which of the three was"
                            + " wrong is not said. After some failures each further one makes a pause longer.")
    ResponseEntity<SignedIn> signIn(@RequestBody Given given, HttpServletRequest request) {
        pages.require(request);
        var signedIn = signIns.signIn(
                given.typed(), ClientAddress.of(request), BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT)));
        sessions.endThatOf(request);
        var session = signedIn.session();
        return cookie.opened(session, new SignedIn(session.csrfToken(), session.endsAt(), signedIn.recoveryLeft()));
    }

    @GetMapping("/v1/staff/session")
    @OpenToAnyone(because = "who has no session learns just that")
    @Operation(operationId = "getStaffBrowser", summary = "Whether somebody is signed in in this browser")
    Browser browser(HttpServletRequest request) {
        return new Browser(
                sessions.found(request)
                        .filter(mine -> register.working(mine.session().staff()).isPresent())
                        .map(mine -> new Mine(mine.session().id(), mine.csrfToken(), mine.endsAt()))
                        .orElse(null),
                elsewhere
                        .offer()
                        .map(offer -> new Issuer(offer.name(), offer.path()))
                        .orElse(null),
                settings.passkeyNeedsPassword());
    }

    @DeleteMapping("/v1/staff/session")
    @Operation(operationId = "signOut", summary = "Sign out in this browser")
    ResponseEntity<Void> signOut(@Parameter(hidden = true) StaffPrincipal staff, HttpServletRequest request) {
        sessions.end(staff.staffId(), here(request));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.taken().toString())
                .build();
    }

    @GetMapping("/v1/staff/sessions")
    @Operation(operationId = "listStaffSessions", summary = "Where I am signed in, the newest first")
    All list(@Parameter(hidden = true) StaffPrincipal staff, HttpServletRequest request) {
        var current = sessions.found(request).map(mine -> mine.session().id());
        return new All(sessions.of(staff.staffId()).stream()
                .map(session -> new Session(
                        session.id(),
                        session.browser(),
                        session.openedAt(),
                        session.lastUsedAt(),
                        current.filter(session.id()::equals).isPresent()))
                .toList());
    }

    @DeleteMapping("/v1/staff/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endStaffSession", summary = "End one of my sessions")
    void end(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID id) {
        if (!sessions.end(staff.staffId(), id)) {
            throw new Problem(ProblemType.SESSION_UNKNOWN);
        }
    }

    @PutMapping("/v1/staff/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changeStaffPassword",
            summary = "Take another password",
            description = "With the one before and a code, or another proof shortly before. All other sessions end.")
    void password(
            @Parameter(hidden = true) StaffPrincipal staff,
            @RequestBody PasswordChange change,
            HttpServletRequest request) {
        if (change.code() == null) {
            proven.require(staff, request);
        }
        signIns.changePassword(
                staff.staffId(),
                staff.name(),
                new SignIns.Given("", needed(change.password()), change.code()),
                needed(change.newPassword()),
                sessions.found(request).map(mine -> mine.session().id()));
    }

    private UUID here(HttpServletRequest request) {
        return sessions.found(request)
                .map(mine -> mine.session().id())
                .orElseThrow(() -> new Problem(ProblemType.SESSION_UNKNOWN, "A token has no session."));
    }
}
