package io.namesake.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody held a line for a time. Intervals of one line never overlap and are never overwritten, so "who held it on that day"
 * has one answer.
 *
 * @param id the interval's
 * @param lineId the line
 * @param holderId who is accountable
 * @param from first moment
 * @param until first moment after it; null while it lasts
 * @param verifiedAt when the holder was last verified for this line; null where only an import says that it is theirs
 * @param cause how it began
 * @param endCause why it ended; null while it lasts
 * @param machine whether a machine uses the line, which is counted apart; it goes with the line to whoever holds it next
 */
public record Holding(
        UUID id,
        UUID lineId,
        UUID holderId,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant verifiedAt,
        Cause cause,
        @Nullable EndCause endCause,
        boolean machine) {

    /** How a holding begins. */
    public enum Cause {
        /** An application was verified. */
        APPLICATION,
        /** It was handed over. */
        TRANSFER,
        /** The holder before has died. */
        INHERITANCE,
        /** The line was deactivated, and that was taken back. */
        REINSTATED,
        /** The operator's own records say so. */
        IMPORT,
        /** An application was verified for a number that another operator had before; see {@link PortedIn}. */
        PORTED_IN
    }
}
