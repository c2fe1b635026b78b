package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line went from one status to another. Published in the transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param line its name
 * @param service the line's service
 * @param from before
 * @param to from now on
 * @param at when
 * @param applicationId the application that caused it; null where a case or its holder did
 */
public record LineStatusChanged(
        UUID eventId,
        OperatorId operatorId,
        UUID lineId,
        LineIdentifier line,
        Service service,
        LineStatus from,
        LineStatus to,
        Instant at,
        @Nullable UUID applicationId) {}
