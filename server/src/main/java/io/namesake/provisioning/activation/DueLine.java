package io.namesake.provisioning.activation;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of which its operator's activation server is to be told, leased to this worker.
 *
 * @param version which of the line's changes it is
 * @param requestedAt when that one was
 * @param lease what proves that it is still ours
 * @param failures how many attempts failed before
 */
record DueLine(UUID lineId, OperatorId operator, int version, Instant requestedAt, UUID lease, int failures) {}
