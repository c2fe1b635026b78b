package io.namesake.application.internal;

import io.namesake.decision.Check;
import io.namesake.decision.CheckKind;
import io.namesake.decision.Reason;

/** What the challenge found, as a check. Pure. */
final class ChallengeCheck {

    private ChallengeCheck() {}

    /** Doubts count even where no challenge is required: who answered one answered it. */
    static Check of(ChallengePolicy policy, ChallengeEvidence found) {
        if (!found.doubts().isEmpty()) {
            return Check.inconclusive(CheckKind.CHALLENGE, Reason.CHALLENGE_CONTRADICTED);
        }
        if (found.passed()) {
            return Check.passed(CheckKind.CHALLENGE);
        }
        return policy == ChallengePolicy.REQUIRED
                ? Check.impossible(CheckKind.CHALLENGE, Reason.CHALLENGE_NOT_DONE)
                : Check.waived(CheckKind.CHALLENGE);
    }
}
