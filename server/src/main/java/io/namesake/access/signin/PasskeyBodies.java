package io.namesake.access.signin;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/** What goes to and fro where staff add and show passkeys. */
final class PasskeyBodies {
    private static final int LONGEST_LABEL = 60;
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

            @Schema(description = "Your own word for it", maxLength = LONGEST_LABEL) @Nullable
            String label,

            @Schema(description = "What the browser's credential gives as toJSON()") @Nullable
            Map<String, Object> credential) {
        StaffPasskeys.Answer answer() {
            return answered(ceremonyId, credential);
        }

        String word() {
            var word = label == null || label.isBlank() ? UNNAMED : label.strip();
            if (word.length() > LONGEST_LABEL || word.codePoints().anyMatch(Character::isISOControl)) {
                throw new Problem(ProblemType.REQUEST_INVALID, "A label has at most 60 printable characters.");
            }
            return word;
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

    static StaffPasskeys.Answer answered(@Nullable UUID ceremony, @Nullable Map<String, Object> credential) {
        if (ceremony == null || credential == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "ceremonyId and credential are needed.");
        }
        return new StaffPasskeys.Answer(ceremony, credential);
    }
}
