package io.namesake.access.signin;

import static io.namesake.access.signin.InvitationController.needed;

import io.namesake.access.StaffPrincipal;
import io.namesake.access.signin.PasskeyBodies.Ceremony;
import io.namesake.access.signin.PasskeyBodies.Key;
import io.namesake.access.signin.PasskeyBodies.Made;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** With what I sign in beside my password. Whatever changes it asks for a proof first: {@code POST /v1/staff/session/proof}. */
@RestController
@Tag(name = "Sign-in")
class FactorsController {
    private final Factors factors;
    private final ProvenSessions proven;

    FactorsController(Factors factors, ProvenSessions proven) {
        this.factors = factors;
        this.proven = proven;
    }

    @Schema(name = "StaffFactors")
    record All(
            @Schema(
                    description =
                            "False for whoever signs in elsewhere, or has a token only; then nothing else is said")
            boolean signsInHere,

            boolean authenticatorApp,
            List<Key> passkeys,
            int recoveryCodesLeft) {
        static All of(Optional<Factors.Mine> mine) {
            return mine.map(all -> new All(
                            true,
                            all.app(),
                            all.passkeys().stream().map(Key::of).toList(),
                            all.recoveryLeft()))
                    .orElseGet(() -> new All(false, false, List.of(), 0));
        }
    }

    @Schema(name = "StaffAppSecret")
    record AppSecret(
            @Schema(description = "For apps that cannot take the QR code")
            String deviceSecret,

            @Schema(description = "What the QR code says (Key URI format)", example = "otpauth://totp/...")
            String deviceUri,

            @Schema(description = "To be sent back with the app's code, within 15 minutes")
            String ticket) {}

    @Schema(name = "StaffAppShown")
    record AppShown(
            @Nullable String ticket,

            @Schema(description = "What the app shows now", example = "123456") @Nullable
            String code) {
        @Override
        public String toString() {
            return "AppShown";
        }
    }

    @Schema(name = "StaffRecoveryCodes")
    record Codes(
            @Schema(description = "To be kept on paper: each is good once in the place of the device. Shown once.")
            List<String> recoveryCodes) {}

    @GetMapping("/v1/staff/factors")
    @Operation(operationId = "listStaffFactors", summary = "With what I sign in beside my password")
    All list(@Parameter(hidden = true) StaffPrincipal staff) {
        return All.of(factors.of(staff));
    }

    @PostMapping("/v1/staff/passkeys/ceremonies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "beginAddingStaffPasskey", summary = "Begin to add a passkey")
    Ceremony begin(@Parameter(hidden = true) StaffPrincipal staff, HttpServletRequest request) {
        proven.require(staff, request);
        return Ceremony.of(factors.beginPasskey(staff));
    }

    @PostMapping("/v1/staff/passkeys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addStaffPasskey", summary = "Add the passkey that the browser made")
    Key add(@Parameter(hidden = true) StaffPrincipal staff, @RequestBody Made made, HttpServletRequest request) {
        proven.require(staff, request);
        return Key.of(factors.addPasskey(staff, made.word(), made.answer()));
    }

    @DeleteMapping("/v1/staff/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeStaffPasskey",
            summary = "Remove a passkey: it opens nothing any more",
            description = "Not the last, unless there is an authenticator app.")
    void remove(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id, HttpServletRequest request) {
        proven.require(staff, request);
        factors.removePasskey(staff, id);
    }

    @PostMapping("/v1/staff/authenticator-app/secret")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "drawStaffAppSecret", summary = "A secret for another authenticator app")
    AppSecret draw(@Parameter(hidden = true) StaffPrincipal staff, HttpServletRequest request) {
        proven.require(staff, request);
        var drawn = factors.drawApp(staff);
        var secret = Base32.encode(drawn.secret());
        return new AppSecret(secret, DeviceUri.of(factors.number(staff), secret), drawn.ticket());
    }

    @PutMapping("/v1/staff/authenticator-app")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "setStaffApp",
            summary = "Take that app, by showing that it has the secret",
            description = "Codes of an app of before open nothing any more.")
    void app(@Parameter(hidden = true) StaffPrincipal staff, @RequestBody AppShown shown, HttpServletRequest request) {
        proven.require(staff, request);
        factors.setApp(staff, needed(shown.ticket()), needed(shown.code()));
    }

    @DeleteMapping("/v1/staff/authenticator-app")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeStaffApp",
            summary = "Remove the authenticator app: its codes open nothing any more",
            description = "Not where there is no passkey.")
    void removeApp(@Parameter(hidden = true) StaffPrincipal staff, HttpServletRequest request) {
        proven.require(staff, request);
        factors.removeApp(staff);
    }

    @PostMapping("/v1/staff/recovery-codes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "renewStaffRecoveryCodes",
            summary = "New recovery codes",
            description = "Those of before open nothing any more.")
    Codes codes(@Parameter(hidden = true) StaffPrincipal staff, HttpServletRequest request) {
        proven.require(staff, request);
        return new Codes(
                factors.renewRecovery(staff).stream().map(RecoveryCode::shown).toList());
    }
}
