package io.namesake.privacy.internal;

import io.namesake.privacy.RetentionRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is kept about one person, for that person. */
@Schema(name = "PersonalExport", description = "Everything that this server keeps about the person who asks.")
record Export(
        UUID holderId,
        Instant madeAt,

        @Schema(description = "When the person who asks was last verified")
        Instant verifiedAt,

        List<Section> sections,

        @Schema(description = "How long each kind is kept, and why")
        List<RetentionRule> retention) {

    /** What one part of the server keeps. */
    @Schema(name = "PersonalExportSection")
    record Section(@Schema(example = "applications") String name, String title, List<Item> entries) {}

    /** One thing that is kept. */
    @Schema(name = "PersonalExportEntry")
    record Item(
            @Schema(example = "cases", description = "Its kind, as in the list of what is kept how long")
            String kind,

            @Nullable Instant at,

            @Schema(example = "{\"line\":\"+8613800138000\"}")
            Map<String, String> facts) {

        /** Says nothing personal, since records end up in logs. */
        @Override
        public String toString() {
            return "Item[" + kind + "]";
        }
    }
}
