package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * That the holder of this line had died was a mistake. One event for each line that is or was theirs, which says nothing of the
 * person and nothing of their other lines. Published in the transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param heldByAnother whether somebody else holds it by now, whom nothing is taken from by this: an heir, who is verified too
 * @param at when it was cleared
 */
public record HolderDeathCleared(UUID eventId, OperatorId operatorId, UUID lineId, boolean heldByAnother, Instant at) {}
