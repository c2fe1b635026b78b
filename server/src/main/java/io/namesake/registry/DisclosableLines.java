package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of one line to somebody whom its holder allowed to ask. One number in, the facts of that line out: there is no
 * operation that finds a line by a person.
 */
public interface DisclosableLines {

    /**
     * The line that this number names now, in use and held.
     *
     * @param number a telephone number in E.164; empty is returned for every other text, too
     */
    Optional<Facts> of(OperatorId operator, String number);

    /** Likewise, of a line whose holder was asked about it and let somebody ask. */
    Optional<Facts> of(OperatorId operator, UUID lineId);

    /**
     * A line in use.
     *
     * @param lineId the line
     * @param number its telephone number in E.164
     * @param holderId who is accountable for it
     * @param person whether that is a natural person, and not an organisation
     * @param verified whether the holder's document was verified for this line, and not only declared
     * @param heldSince since when they hold it; an end of the line that was taken back begins nothing
     * @param usedByAnother whether the holder said that somebody else uses it
     * @param simSince when its SIM began to work for it; null where no SIM is known, as with fixed lines
     */
    record Facts(
            UUID lineId,
            String number,
            UUID holderId,
            boolean person,
            boolean verified,
            Instant heldSince,
            boolean usedByAnother,
            @Nullable Instant simSince) {}
}
