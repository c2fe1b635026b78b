package io.namesake.mylines.internal.passkey;

import io.namesake.access.HolderPrincipal;
import io.namesake.access.OpenToAnyone;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.mylines.HolderSessionOpener;
import io.namesake.passkey.PasskeyAnswer;
import io.namesake.passkey.PasskeyLabel;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Holders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coming back without showing one's face again. Whoever lost their passkey is verified afresh; nothing else brings it back. */
@RestController
@Tag(name = "Passkeys", description = "Come back to your lines without showing your face again")
class PasskeyController {
    private static final String UNNAMED = "My lines";

    private final HolderPasskeys passkeys;
    private final HolderSessionOpener sessions;
    private final Holders holders;
    private final AuditLog audit;

    PasskeyController(HolderPasskeys passkeys, HolderSessionOpener sessions, Holders holders, AuditLog audit) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.holders = holders;
        this.audit = audit;
    }

    @Schema(name = "NewPasskey")
    record Wanted(
            @Schema(description = "Your own word for it", example = "my phone", maxLength = PasskeyLabel.LONGEST)
            @Nullable
            String label) {}

    @Schema(name = "PasskeyCeremony")
    record Ceremony(
            UUID ceremonyId,

            @Schema(
                    description = "For the browser: PublicKeyCredential.parseCreationOptionsFromJSON or"
                            + " parseRequestOptionsFromJSON take it (Web Authentication Level 3)")
            Map<String, Object> publicKey) {
        static Ceremony of(HolderPasskeys.Begun begun) {
            return new Ceremony(begun.ceremonyId(), begun.publicKey());
        }
    }

    @Schema(name = "PasskeyAnswer")
    record Answer(
            @Nullable UUID ceremonyId,

            @Schema(description = "Your own word for it; only when one is added", maxLength = PasskeyLabel.LONGEST)
            @Nullable
            String label,

            @Schema(description = "What the browser's credential gives as toJSON()") @Nullable
            Map<String, Object> credential) {
        PasskeyAnswer given() {
            return PasskeyAnswer.of(ceremonyId, credential);
        }
    }

    @Schema(name = "Passkey")
    record Key(String id, String label, Instant createdAt, Instant lastUsedAt) {
        static Key of(CredentialRecord record) {
            return new Key(
                    record.getCredentialId().toBase64UrlString(),
                    record.getLabel(),
                    record.getCreated(),
                    record.getLastUsed());
        }
    }

    @Schema(name = "Passkeys")
    record Keys(List<Key> passkeys) {}

    @Schema(name = "PasskeySession")
    record Session(
            @Schema(description = "Bearer token for your own lines, shown once")
            String token,

            Instant expiresAt,

            @Schema(description = "When you were last verified against a document")
            Instant verifiedAt) {}

    @PostMapping("/v1/me/passkeys/ceremonies")
    @Operation(operationId = "beginAddingPasskey", summary = "Begin to add a passkey")
    @ResponseStatus(HttpStatus.CREATED)
    Ceremony begin(@Parameter(hidden = true) HolderPrincipal holder, @RequestBody Wanted wanted) {
        return Ceremony.of(passkeys.beginAdding(holder.holderId(), PasskeyLabel.of(wanted.label(), UNNAMED)));
    }

    @PostMapping("/v1/me/passkeys")
    @Operation(operationId = "addPasskey", summary = "Add the passkey that the browser made")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional(noRollbackFor = Problem.class)
    public Key add(@Parameter(hidden = true) HolderPrincipal holder, @RequestBody Answer answer) {
        var given = answer.given();
        var added = passkeys.add(holder.holderId(), PasskeyLabel.of(answer.label(), UNNAMED), given);
        log("passkey.added", holder.holderId());
        return Key.of(added);
    }

    @GetMapping("/v1/me/passkeys")
    @Operation(operationId = "myPasskeys", summary = "Your passkeys")
    Keys list(@Parameter(hidden = true) HolderPrincipal holder) {
        return new Keys(passkeys.of(holder.holderId()).stream().map(Key::of).toList());
    }

    @DeleteMapping("/v1/me/passkeys/{id}")
    @Operation(operationId = "removePasskey", summary = "Remove a passkey: it opens nothing any more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void remove(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable String id) {
        if (!passkeys.remove(holder.holderId(), id)) {
            throw new Problem(ProblemType.NOT_FOUND);
        }
        log("passkey.removed", holder.holderId());
    }

    @PostMapping("/v1/me/passkey-sessions/ceremonies")
    @OpenToAnyone(because = "who comes back is not known before the passkey answers")
    @Operation(operationId = "beginPasskeySignIn", summary = "Begin to come back with a passkey")
    @ResponseStatus(HttpStatus.CREATED)
    Ceremony beginSignIn() {
        return Ceremony.of(passkeys.beginSignIn());
    }

    @PostMapping("/v1/me/passkey-sessions")
    @OpenToAnyone(because = "the passkey is the credential")
    @Operation(operationId = "signInWithPasskey", summary = "Come back with a passkey")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional(noRollbackFor = Problem.class)
    public Session signIn(@RequestBody Answer answer) {
        var holder = passkeys.signIn(answer.given());
        // Somebody whose details were erased since has to be verified again.
        var verifiedAt = holders.verifiedAt(holder).orElseThrow(() -> new Problem(ProblemType.VERIFICATION_TOO_OLD));
        var opened = sessions.open(holder, HolderSessionOpener.How.PASSKEY, verifiedAt);
        log("passkey.used", holder);
        return new Session(opened.token(), opened.expiresAt(), verifiedAt);
    }

    private void log(String type, UUID holder) {
        audit.append(new AuditEntry(null, type, holder.toString()));
    }
}
