package io.namesake.access.signin;

import static io.namesake.access.signin.InvitationController.needed;

import io.namesake.access.OpenToAnyone;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.limits.ClientAddress;
import io.namesake.access.signin.PasskeyBodies.Ceremony;
import io.namesake.passkey.PasskeyAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a passkey, and showing once more who one is. */
@RestController
@Tag(name = "Sign-in")
class PasskeySessionController {
    private final PasskeySignIns signIns;
    private final ProvenSessions proven;
    private final StaffPasskeys passkeys;
    private final StaffSessions sessions;
    private final SessionCookie cookie;
    private final OwnPages pages;

    PasskeySessionController(
            PasskeySignIns signIns,
            ProvenSessions proven,
            StaffPasskeys passkeys,
            StaffSessions sessions,
            SessionCookie cookie,
            OwnPages pages) {
        this.signIns = signIns;
        this.proven = proven;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.cookie = cookie;
        this.pages = pages;
    }

    @Schema(name = "StaffPasskeySignIn")
    record Given(
            @Nullable UUID ceremonyId,

            @Schema(description = "What the browser's credential gives as toJSON()") @Nullable
            Map<String, Object> credential,

            @Schema(description = "Where the operator wants it beside the passkey") @Nullable
            String password) {
        @Override
        public String toString() {
            return "Given";
        }
    }

    @Schema(name = "StaffProof", description = "A passkey, or password and code")
    record Proof(
            @Nullable UUID ceremonyId,

            @Schema(description = "What the browser's credential gives as toJSON()") @Nullable
            Map<String, Object> credential,

            @Nullable String password,

            @Schema(description = "What the device shows now, or a recovery code", example = "123456") @Nullable
            String code) {
        @Override
        public String toString() {
            return "Proof";
        }
    }

    @PostMapping("/v1/staff/passkey-sessions/ceremonies")
    @OpenToAnyone(because = "who signs in is not known before the passkey answers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "beginStaffPasskeySignIn", summary = "Begin to sign in with a passkey")
    Ceremony begin() {
        return Ceremony.of(passkeys.beginSignIn());
    }

    @PostMapping("/v1/staff/passkey-sessions")
    @OpenToAnyone(because = "the passkey is the credential")
    @Operation(
            operationId = "signInStaffWithPasskey",
            summary = "Sign in with a passkey",
            description = "Opens a session in a cookie of this browser; the one that it had before ends.")
    ResponseEntity<SessionController.SignedIn> signIn(@RequestBody Given given, HttpServletRequest request) {
        pages.require(request);
        var signedIn = signIns.signIn(
                PasskeyAnswer.of(given.ceremonyId(), given.credential()),
                given.password(),
                ClientAddress.of(request),
                BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT)));
        sessions.endThatOf(request);
        var session = signedIn.session();
        return cookie.opened(
                session,
                new SessionController.SignedIn(session.csrfToken(), session.endsAt(), signedIn.recoveryLeft()));
    }

    @PostMapping("/v1/staff/session/proof/ceremonies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "beginStaffProof", summary = "Begin to show one of my passkeys again")
    Ceremony beginProof(@Parameter(hidden = true) StaffPrincipal staff, HttpServletRequest request) {
        return Ceremony.of(proven.begin(staff, request));
    }

    @PostMapping("/v1/staff/session/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "proveStaffSession",
            summary = "Show once more who I am",
            description = "For five minutes, in this browser, I may then change with what I sign in.")
    void prove(@Parameter(hidden = true) StaffPrincipal staff, @RequestBody Proof proof, HttpServletRequest request) {
        if (proof.credential() != null) {
            proven.prove(staff, PasskeyAnswer.of(proof.ceremonyId(), proof.credential()), request);
        } else {
            proven.prove(staff, needed(proof.password()), needed(proof.code()), request);
        }
    }
}
