package io.namesake.application;

import io.namesake.access.OperatorId;
import io.namesake.decision.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person has to decide.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param reasons why; at least one
 */
public record ReviewRequested(
        UUID eventId, OperatorId operatorId, UUID applicationId, List<Reason> reasons, Instant requestedAt) {}
