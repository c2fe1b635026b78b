package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A line went from one status to another. Published in the transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param line which line
 * @param service the line's service
 * @param from before
 * @param to from now on
 * @param at when
 * @param applicationId the application that caused it
 */
public record LineStatusChanged(
        UUID eventId,
        OperatorId operatorId,
        LineIdentifier line,
        Service service,
        LineStatus from,
        LineStatus to,
        Instant at,
        UUID applicationId) {}
