package io.namesake.application;

import io.namesake.access.OperatorId;
import io.namesake.decision.Decision;
import io.namesake.language.Language;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.LineIdentifier;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where other modules start an application. */
public interface Applications {

    /**
     * Starts an application and reserves its line.
     *
     * @throws io.namesake.problem.Problem {@code line-taken}
     */
    CreatedApplication create(OperatorId operator, LineIdentifier line, Language language);

    /**
     * Starts an application of a line's holder, who is to agree to another SIM for it.
     *
     * @param kind {@link EquipmentKind#ICCID} or {@link EquipmentKind#EID}
     * @param written as people write it
     * @throws io.namesake.problem.Problem {@code line-unknown}, {@code request-invalid}
     */
    CreatedApplication createForSim(
            OperatorId operator, LineIdentifier line, EquipmentKind kind, String written, Language language);

    /**
     * Ends an application that nobody has submitted, with everything that was sent for it.
     *
     * @return whether it has ended; what was submitted is decided, and what is in review a person decides
     */
    boolean withdraw(OperatorId operator, UUID applicationId);

    /** Where an application of this operator stands; empty once it is erased. */
    Optional<Standing> standing(OperatorId operator, UUID applicationId);

    /**
     * Where an application stands.
     *
     * @param decision VERIFIED or REFUSED; null before, and while a person is to decide
     * @param decidedAt when; null before
     * @param expired whether it ended without ever being submitted
     */
    record Standing(@Nullable Decision decision, @Nullable Instant decidedAt, boolean expired) {}

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
