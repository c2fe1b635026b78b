package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * The holder of this line has died, and no heir has an open offer of it. One event for each line, which says nothing of the
 * person and nothing of their other lines. Published in the transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param at when it became known
 */
public record HolderDeceased(UUID eventId, OperatorId operatorId, UUID lineId, Instant at) {}
