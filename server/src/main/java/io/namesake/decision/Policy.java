package io.namesake.decision;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * How checks become a decision.
 *
 * <p>One failed check refuses. Otherwise whatever is not passed asks for a person. Only what passed every check is verified:
 * a check that nobody ran is never taken for a passed one.
 */
public final class Policy {

    private Policy() {}

    /**
     * Decides.
     *
     * @param checks exactly one of every {@link CheckKind}, in any order
     * @throws IllegalArgumentException when a kind is missing or doubled, or when a check was skipped though none failed
     */
    public static Decision decide(Collection<Check> checks) {
        requireEachKindOnce(checks);
        var refusing = reasonsOf(checks, Outcome.REFUSED);
        if (!refusing.isEmpty()) {
            return new Decision(Outcome.REFUSED, refusing);
        }
        for (var check : checks) {
            if (check.status() == Check.Status.NOT_RUN && check.reason().isEmpty()) {
                throw new IllegalArgumentException(check.kind() + " was not run though no other check failed");
            }
        }
        var doubts = reasonsOf(checks, Outcome.REVIEW);
        return doubts.isEmpty() ? Decision.verified() : new Decision(Outcome.REVIEW, doubts);
    }

    /** In the order of the list of reasons, so that equal checks give equal decisions. */
    private static List<Reason> reasonsOf(Collection<Check> checks, Outcome outcome) {
        return checks.stream()
                .flatMap(check -> check.reason().stream())
                .filter(reason -> reason.outcome() == outcome)
                .distinct()
                .sorted()
                .toList();
    }

    private static void requireEachKindOnce(Collection<Check> checks) {
        var missing = EnumSet.allOf(CheckKind.class);
        for (var check : checks) {
            if (!missing.remove(check.kind())) {
                throw new IllegalArgumentException(check.kind() + " is reported twice");
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Nobody reported " + missing);
        }
    }
}
