package io.namesake.mylines;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A person decided that a line was never its holder's. Nobody stands for it now, and whoever uses it has to. Told once more, with
 * an id of its own, when the line had ended and that was taken back.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param disputeId the dispute
 * @param at when
 */
public record DisputeUpheld(UUID eventId, OperatorId operatorId, UUID lineId, UUID disputeId, Instant at) {}
