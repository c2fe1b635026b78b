package io.namesake.application;

import io.namesake.language.Language;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new application.
 *
 * @param service null when it is about no line
 * @param line in its normal form; null when it is about none
 * @param state always {@code CREATED}
 */
public record CreatedApplication(
        UUID id,
        Purpose purpose,
        @Nullable Service service,
        @Schema(example = "+8613800138000") @Nullable String line,
        Language locale,
        @Schema(allowableValues = "CREATED") String state,
        Instant createdAt,
        CaptureLink captureLink) {}
