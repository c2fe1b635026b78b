package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a network must not let a line do has changed. Published in the transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param line its name
 * @param limits all that hold from now on, whatever case they come from; none when the line is as it was
 * @param at when
 */
public record LineLimited(
        UUID eventId, OperatorId operatorId, UUID lineId, LineIdentifier line, Set<Limit> limits, Instant at) {

    public LineLimited {
        limits = Set.copyOf(limits);
    }
}
