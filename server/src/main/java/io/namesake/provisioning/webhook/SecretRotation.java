package io.namesake.provisioning.webhook;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the change of a secret shall go. */
@Schema(name = "WebhookSecretRotation")
record SecretRotation(
        @Schema(
                description =
                        "For so many hours events are signed with both secrets, 0 to 168; 24 where it is left out. 0 when"
                                + " the old secret is known to others",
                example = "24")
        @Nullable
        Integer overlapHours) {
    private static final int USUAL = 24;
    private static final int LONGEST = 7 * 24;

    Duration overlap() {
        int hours = overlapHours == null ? USUAL : overlapHours;
        if (hours < 0 || hours > LONGEST) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "The overlapHours must be a number from 0 to " + LONGEST + ".");
        }
        return Duration.ofHours(hours);
    }
}
