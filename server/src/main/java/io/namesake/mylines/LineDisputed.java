package io.namesake.mylines;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A verified person says that a line in their name is not theirs. It does not say who.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param disputeId the dispute
 * @param dueAt until when the operator has to decide
 * @param at when
 */
public record LineDisputed(
        UUID eventId, OperatorId operatorId, UUID lineId, UUID disputeId, Instant dueAt, Instant at) {}
