package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line came into a status.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param from null for a line that is new
 */
public record LineStatusChanged(
        UUID eventId,
        OperatorId operatorId,
        LineIdentifier line,
        Service service,
        @Nullable LineStatus from,
        LineStatus to,
        Instant at,
        UUID applicationId) {}
