package io.namesake.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * A line as it stands.
 *
 * @param identifier which line
 * @param status whether it may be switched on
 * @param since when it came into that status
 * @param applicationId the application that made it active; while it is pending, the one that asked for it last
 */
public record Line(LineIdentifier identifier, LineStatus status, Instant since, UUID applicationId) {}
