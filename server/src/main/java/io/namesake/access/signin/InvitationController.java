package io.namesake.access.signin;

import io.namesake.access.OpenToAnyone;
import io.namesake.access.Role;
import io.namesake.access.signin.PasskeyBodies.Ceremony;
import io.namesake.access.signin.PasskeyBodies.Made;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody does with the link they were given. */
@RestController
@Tag(name = "Sign-in", description = "How an operator's people sign in, and their sessions")
class InvitationController {
    private final StaffInvitations invitations;
    private final StaffSessions sessions;
    private final SessionCookie cookie;
    private final OwnPages pages;

    InvitationController(StaffInvitations invitations, StaffSessions sessions, SessionCookie cookie, OwnPages pages) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.cookie = cookie;
        this.pages = pages;
    }

    @Schema(name = "StaffInvitationToken")
    record Token(
            @Schema(description = "What follows the # of the link", example = "nsi_...") @Nullable
            String token) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    @Schema(name = "StaffInvitationOpened")
    record Opened(
            String name,
            String operator,
            Set<Role> roles,

            @Schema(example = "K7M2-XQ4T") String number,

            @Schema(description = "For apps that cannot take the QR code")
            String deviceSecret,

            @Schema(description = "What the QR code says (Key URI format)", example = "otpauth://totp/...")
            String deviceUri,

            Instant expiresAt) {}

    @Schema(name = "StaffInvitationAccepted")
    record Chosen(
            @Nullable String token,

            @Schema(minLength = Passwords.SHORTEST, maxLength = Passwords.LONGEST) @Nullable
            String password,

            @Schema(description = "What the authenticator app shows now; null with a passkey", example = "123456")
            @Nullable
            String code,

            @Schema(description = "In the place of an app; null with a code") @Nullable
            Made passkey) {
        @Override
        public String toString() {
            return "Chosen";
        }
    }

    @Schema(name = "StaffReady")
    record Ready(
            @Schema(description = "To be kept on paper: each is good once in the place of the device. Shown once.")
            List<String> recoveryCodes,

            @Schema(description = "The person is signed in in this browser", example = "nsx_...")
            String csrfToken) {}

    @PostMapping("/v1/staff/invitations/open")
    @OpenToAnyone(because = "the link's token is the right to it")
    @Operation(
            operationId = "openStaffInvitation",
            summary = "Who is invited, and the secret that the device is to share",
            description = "Can be repeated until the invitation is accepted.")
    Opened open(@RequestBody Token given) {
        var shown = invitations.show(needed(given.token()));
        var secret = Base32.encode(shown.totpSecret());
        return new Opened(
                shown.person().name(),
                shown.operator(),
                shown.person().roles(),
                shown.number().shown(),
                secret,
                DeviceUri.of(shown.number(), secret),
                shown.expiresAt());
    }

    @PostMapping("/v1/staff/invitations/passkey-ceremonies")
    @OpenToAnyone(because = "the link's token is the right to it")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "beginInvitationPasskey", summary = "Begin to make a passkey, in the place of an app")
    Ceremony beginPasskey(@RequestBody Token given, HttpServletRequest request) {
        pages.require(request);
        return Ceremony.of(invitations.beginPasskey(needed(given.token())));
    }

    @PostMapping("/v1/staff/invitations/accept")
    @OpenToAnyone(because = "the link's token is the right to it")
    @Operation(
            operationId = "acceptStaffInvitation",
            summary = "Choose a password, and add a passkey or show that the app is set up",
            description =
                    "Either a passkey or a code is needed. The link opens nothing any more. The person is signed in.")
    ResponseEntity<Ready> accept(@RequestBody Chosen chosen, HttpServletRequest request) {
        pages.require(request);
        var accepted = accepted(chosen);
        var session = sessions.open(accepted.staff(), BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT)));
        return cookie.opened(
                session,
                new Ready(
                        accepted.recoveryCodes().stream()
                                .map(RecoveryCode::shown)
                                .toList(),
                        session.csrfToken()));
    }

    private StaffInvitations.Accepted accepted(Chosen chosen) {
        var token = needed(chosen.token());
        var password = needed(chosen.password());
        var passkey = chosen.passkey();
        if (passkey == null) {
            return invitations.accept(token, password, needed(chosen.code()));
        }
        if (chosen.code() != null) {
            invitations.show(token);
            throw new Problem(ProblemType.REQUEST_INVALID, "Either a passkey or a code is needed.");
        }
        return invitations.accept(token, password, passkey.word(), passkey.answer());
    }

    static String needed(@Nullable String text) {
        if (text == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A member that is needed is missing.");
        }
        return text;
    }
}
