package io.namesake.application;

import io.namesake.access.OperatorId;
import io.namesake.language.Language;
import io.namesake.registry.LineIdentifier;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where other modules start an application. */
public interface Applications {

    /**
     * Starts an application and reserves its line.
     *
     * @throws io.namesake.problem.Problem {@code line-taken}
     */
    CreatedApplication create(OperatorId operator, LineIdentifier line, Language language);

    /** Starts an application of somebody who wants to see what stands in their name. */
    CreatedApplication createForMyLines(OperatorId operator, Language language);

    /**
     * Whom an application has verified, if it has, and when: the one who was in front of the camera, or of the agent.
     *
     * @param applicationId an application
     */
    Optional<VerifiedHolder> verifiedHolder(UUID applicationId);

    /** The same, for an application of this operator only. */
    Optional<VerifiedHolder> verifiedHolder(OperatorId operator, UUID applicationId);

    /** The applications by which this holder was verified. */
    Set<UUID> applicationsOf(UUID holderId);

    /**
     * A person whose identity was verified.
     *
     * @param holderId the registry's holder
     * @param verifiedAt when it was decided
     */
    record VerifiedHolder(UUID holderId, Instant verifiedAt) {}
}
