package io.namesake.decision;

import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of an application, and why.
 *
 * @param reasons none when verified, else at least one, and all of them lead to the outcome
 */
public record Decision(Outcome outcome, List<Reason> reasons) {

    public Decision {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty() != (outcome == Outcome.VERIFIED)) {
            throw new IllegalArgumentException(outcome + " does not go with the reasons " + reasons);
        }
        for (var reason : reasons) {
            if (reason.outcome() != outcome) {
                throw new IllegalArgumentException(reason + " does not lead to " + outcome);
            }
        }
    }

    public static Decision verified() {
        return new Decision(Outcome.VERIFIED, List.of());
    }

    /** A person decides, for this reason. */
    public static Decision review(Reason reason) {
        return new Decision(Outcome.REVIEW, List.of(reason));
    }

    /** The same, for one more reason, which leads there, too. */
    public Decision and(Reason reason) {
        return new Decision(
                outcome,
                Stream.concat(reasons.stream(), Stream.of(reason))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Whether a check by a person can still help: every reason is one that a person who looks can overcome. */
    public boolean aPersonCanHelp() {
        return !reasons.isEmpty() && reasons.stream().allMatch(Reason::aPersonCanHelp);
    }
}
