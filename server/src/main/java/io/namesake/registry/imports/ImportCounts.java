package io.namesake.registry.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param id the import's; of a dry run, one that nobody else knows
 * @param rows rows that were read, with those of earlier attempts with the same file
 * @param imported lines taken over
 * @param unchanged rows that said what is registered already
 * @param refused rows that were left out
 * @param holdersMade persons not known before
 * @param faults how often each fault was found, by its name; a row may have several
 * @param startedAt when the first attempt began
 * @param finishedAt null while rows are left
 */
public record ImportCounts(
        UUID id,
        long rows,
        long imported,
        long unchanged,
        long refused,
        long holdersMade,
        Map<String, Long> faults,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public ImportCounts {
        faults = Map.copyOf(faults);
    }
}
