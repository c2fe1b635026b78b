package io.namesake.mylines;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A holder has taken back that they ended a line: it is again what it was, and so is any doubt about it. Published in the
 * transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param endedAt when they had ended it
 * @param at when they took that back
 */
public record LineEndingUndone(UUID eventId, OperatorId operatorId, UUID lineId, Instant endedAt, Instant at) {}
