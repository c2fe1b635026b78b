package io.namesake.application;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * The applicant is who the document says.
 *
 * @param eventId stable: the same when the event is delivered again
 */
public record ApplicationVerified(UUID eventId, OperatorId operatorId, UUID applicationId, Instant decidedAt) {}
