package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as it stands.
 *
 * @param id which never changes, whatever becomes of the number
 * @param operatorId whose it is
 * @param identifier which line
 * @param status whether it may be switched on
 * @param since when it came into that status
 * @param applicationId the application that made it active; while it is pending, the one that asked for it last; null for an
 *     imported one that nobody has asked for
 * @param limits what it must not do, whatever the cause; empty unless it is {@link LineStatus#LIMITED}, or unverified with limits
 * @param quarantineUntil until when the number of a deactivated line rests; null otherwise
 */
public record Line(
        UUID id,
        OperatorId operatorId,
        LineIdentifier identifier,
        LineStatus status,
        Instant since,
        @Nullable UUID applicationId,
        Set<Limit> limits,
        @Nullable Instant quarantineUntil) {

    public Line {
        limits = Set.copyOf(limits);
    }
}
