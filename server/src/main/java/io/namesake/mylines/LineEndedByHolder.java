package io.namesake.mylines;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A holder ended a line of their own. Whatever was under way about it has come to its end with it.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it was
 * @param lineId the line
 * @param at when
 */
public record LineEndedByHolder(UUID eventId, OperatorId operatorId, UUID lineId, Instant at) {}
