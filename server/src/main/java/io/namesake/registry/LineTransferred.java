package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A line has another holder. Published in the transaction that made it so.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param operatorId whose line it is
 * @param lineId the line
 * @param line its name
 * @param transferId the transfer
 * @param at when
 */
public record LineTransferred(
        UUID eventId, OperatorId operatorId, UUID lineId, LineIdentifier line, UUID transferId, Instant at) {}
