package io.namesake.application;

import io.namesake.language.Language;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * A new application.
 *
 * @param line in its normal form
 * @param state always {@code CREATED}
 */
public record CreatedApplication(
        UUID id,
        Service service,
        @Schema(example = "+8613800138000") String line,
        Language locale,
        @Schema(allowableValues = "CREATED") String state,
        Instant createdAt,
        CaptureLink captureLink) {}
