package io.namesake.privacy.internal;

import io.namesake.privacy.RetentionRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a wish for erasure. */
@Schema(name = "PersonalErasure")
record ErasureAnswer(Instant at, List<Gone> erased, List<Stays> kept) {

    /** What is gone. */
    @Schema(name = "PersonalErased")
    record Gone(String section, String kind, String what, int count) {}

    /** What stays, until when, and by which rule. */
    @Schema(name = "PersonalKept")
    record Stays(
            String section,
            int count,

            @Schema(
                    description =
                            "When the last of it goes; null while that cannot be known, as with a line that is held")
            @Nullable
            Instant until,

            RetentionRule rule) {}
}
