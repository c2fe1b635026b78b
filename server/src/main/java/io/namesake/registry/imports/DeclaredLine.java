package io.namesake.registry.imports;

import io.namesake.registry.HolderDetails;
import io.namesake.registry.LineIdentifier;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line and its holder as the operator's records have them.
 *
 * @param heldFrom null where the records do not say
 * @param machine whether a machine uses it
 * @param equipment by the kinds of the table {@code line_equipment}
 */
record DeclaredLine(
        LineIdentifier line,
        HolderDetails holder,
        @Nullable Instant heldFrom,
        boolean machine,
        Map<ImportColumn, String> equipment) {

    @Override
    public String toString() {
        return "DeclaredLine[...]";
    }
}
