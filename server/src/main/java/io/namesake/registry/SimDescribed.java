package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A number of a line's SIM is there: of its first SIM, or of another one, which {@link SimChanged} says as well. Published in the
 * transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param at when
 */
public record SimDescribed(UUID eventId, OperatorId operatorId, UUID lineId, Instant at) {}
