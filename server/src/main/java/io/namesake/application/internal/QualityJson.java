package io.namesake.application.internal;

import io.namesake.face.Hint;
import io.namesake.face.MeasuredQuality;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One measure of a picture's quality. It is about the picture, not about the person. */
@Schema(name = "Quality", description = "One measure of a picture's quality")
record QualityJson(
        @Schema(example = "Sharpness", description = "OFIQ's name of the quality component")
        String component,

        @Schema(description = "0 (worst) to 100 (best), -1 when it cannot be assessed", example = "61")
        int value,

        @Schema(description = "The raw value in the unit, null when it cannot be assessed") @Nullable
        Double raw,

        @Schema(
                example = "RATIO",
                allowableValues = {"RATIO", "PIXELS", "DEGREES"})
        String unit,

        @Schema(
                description = "The value from which the picture is good enough; 0 when nothing is asked",
                example = "23")
        int threshold,

        @Schema(description = "Whether a picture below the threshold should be taken again")
        boolean blocking,

        @Schema(example = "hold-still", description = "The hint's code when it should, else null") @Nullable
        String hint) {

    static QualityJson of(MeasuredQuality measured) {
        return new QualityJson(
                measured.measure().componentName(),
                measured.component(),
                measured.value().isPresent() ? measured.value().getAsDouble() : null,
                measured.measure().unit().name(),
                measured.threshold(),
                measured.blocking(),
                measured.hint().map(Hint::code).orElse(null));
    }
}
