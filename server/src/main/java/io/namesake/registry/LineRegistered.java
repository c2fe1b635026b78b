package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A verified person stands for a line: for the first time, after somebody else, or once more. Published in the transaction that
 * made it so; whatever doubt there was about the line is settled by it.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param again whether the same person stood for it before
 * @param at when
 */
public record LineRegistered(UUID eventId, OperatorId operatorId, UUID lineId, boolean again, Instant at) {}
