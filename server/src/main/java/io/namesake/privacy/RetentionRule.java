package io.namesake.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one kind of data is kept, and why.
 *
 * @param kind its stable name
 * @param what what it is, in plain words
 * @param keptFor at most so long; null for good
 * @param time the same in words
 * @param from from when it counts
 * @param why why it is kept at all
 * @param setBy the property by which the operator of this server sets it; null when it cannot be set
 */
public record RetentionRule(
        @Schema(example = "review-evidence") String kind,
        String what,

        @Schema(type = "string", format = "duration", example = "PT168H") @Nullable
        Duration keptFor,

        @Schema(example = "7 days") String time,
        String from,
        String why,

        @Schema(example = "namesake.retention.review") @Nullable
        String setBy) {}
