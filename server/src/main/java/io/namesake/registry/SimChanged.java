package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * Another SIM works for a line. Published in the transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param line its name
 * @param at when
 */
public record SimChanged(UUID eventId, OperatorId operatorId, UUID lineId, LineIdentifier line, Instant at) {}
