package io.namesake.access.signin;

import io.namesake.passkey.PasskeyAnswer;
import io.namesake.passkey.PasskeyLabel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/** What goes to and fro where staff add and show passkeys. */
final class PasskeyBodies {
    private static final String UNNAMED = "Passkey";

    private PasskeyBodies() {}

    @Schema(name = "StaffPasskeyCeremony")
    record Ceremony(
            UUID ceremonyId,

            @Schema(
                    description = "For the browser: PublicKeyCredential.parseCreationOptionsFromJSON or"
                            + " parseRequestOptionsFromJSON take it (Web Authentication Level 3)")
            Map<String, Object> publicKey) {
        static Ceremony of(StaffPasskeys.Begun begun) {
            return new Ceremony(begun.ceremonyId(), begun.publicKey());
        }
    }

    @Schema(name = "StaffPasskeyMade")
    record Made(
            @Nullable UUID ceremonyId,

            @Schema(description = "Your own word for it", maxLength = PasskeyLabel.LONGEST) @Nullable
            String label,

            @Schema(description = "What the browser's credential gives as toJSON()") @Nullable
            Map<String, Object> credential) {
        PasskeyAnswer answer() {
            return PasskeyAnswer.of(ceremonyId, credential);
        }

        String word() {
            return PasskeyLabel.of(label, UNNAMED);
        }
    }

    @Schema(name = "StaffPasskey")
    record Key(String id, String label, Instant createdAt, Instant lastUsedAt) {
        static Key of(CredentialRecord record) {
            return new Key(
                    record.getCredentialId().toBase64UrlString(),
                    record.getLabel(),
                    record.getCreated(),
                    record.getLastUsed());
        }
    }
}
