package io.namesake.provisioning.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An endpoint's new secret, shown only this once. */
@Schema(name = "RotatedWebhookSecret")
record NewSecretAnswer(
        @Schema(description = "whsec_ and the base64 of the key for HMAC-SHA256; keep it, it is not shown again")
        String secret,

        @Schema(description = "Until when events are signed with the secret before, too; null when not any more")
        @Nullable
        Instant previousSecretUntil) {

    /** Without the secret, since records end up in logs. */
    @Override
    public String toString() {
        return "NewSecretAnswer[...]";
    }
}
