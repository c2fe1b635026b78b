package io.namesake.review.internal;

import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.decision.Reason;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cases are worked on.
 *
 * @param deadline from the wish for a review to when it is due; nothing is ever refused because a case is late
 * @param lock how long somebody may work on a case without saying that they go on; at most 8 hours
 * @param look how long a look lasts that somebody gave a reason for; never longer than the lock
 * @param fourEyesRefused a refusal in a case that is here for one of these reasons needs two people who agree
 * @param fourEyesVerified the same for the opposite
 * @param fourEyesAttended whether an agent's attestation or refusal needs a second agent, too
 * @param secondReviewers whether the second of two people who look at pictures must have the role {@link Role#SECOND_REVIEWER}
 * @param codeAttempts how many wrong appointment codes an agent may try within {@code codePause}
 * @param codePause how long no further code is taken then
 */
@ConfigurationProperties("namesake.review")
record ReviewSettings(
        @DefaultValue("48h") Duration deadline,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("5m") Duration look,

        @DefaultValue({"PRESENTATION_ATTACK_SUSPECTED", "DOCUMENT_DOUBTFUL"})
        Set<Reason> fourEyesRefused,

        @DefaultValue Set<Reason> fourEyesVerified,
        @DefaultValue("false") boolean fourEyesAttended,
        @DefaultValue("false") boolean secondReviewers,
        @DefaultValue("5") int codeAttempts,
        @DefaultValue("15m") Duration codePause) {
    private static final Duration LONGEST_LOCK = Duration.ofHours(8);

    ReviewSettings {
        fourEyesRefused = Set.copyOf(fourEyesRefused);
        fourEyesVerified = Set.copyOf(fourEyesVerified);
        require(deadline.isPositive(), "namesake.review.deadline must be longer than nothing");
        require(
                lock.isPositive() && lock.compareTo(LONGEST_LOCK) <= 0,
                "namesake.review.lock must be at most 8h, and longer than nothing");
        require(look.isPositive(), "namesake.review.look must be longer than nothing");
        require(codeAttempts > 0, "namesake.review.code-attempts must be at least 1");
        require(codePause.isPositive(), "namesake.review.code-pause must be longer than nothing");
    }

    /** Whether somebody may find something in a case of pictures where somebody else has found something before. */
    boolean maySecond(StaffPrincipal staff) {
        return !secondReviewers || staff.roles().contains(Role.SECOND_REVIEWER);
    }

    /** How many people a finding needs. */
    CaseStep.Need need(Set<Reason> reasons, DecisionCode found, boolean attended, boolean seeded) {
        if (seeded) {
            return CaseStep.Need.TWO_OPINIONS;
        }
        var asking = switch (found.verdict()) {
            case VERIFIED -> fourEyesVerified;
            case REFUSED -> fourEyesRefused;
            case ATTENDED -> Set.<Reason>of();
        };
        boolean two = attended ? fourEyesAttended : reasons.stream().anyMatch(asking::contains);
        return two ? CaseStep.Need.TWO : CaseStep.Need.ONE;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
