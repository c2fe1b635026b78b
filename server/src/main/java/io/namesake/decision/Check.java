package io.namesake.decision;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The result of one test of evidence.
 *
 * @param reason empty when the check passed or was waived, and when it was not run because another had failed already
 */
public record Check(CheckKind kind, Status status, Optional<Reason> reason) {

    private static final Set<CheckKind> WAIVABLE = EnumSet.of(
            CheckKind.DOCUMENT_GENUINE, CheckKind.FIELDS_CONFIRMED, CheckKind.CHALLENGE, CheckKind.AUTHORITY);

    /** How a check ended. */
    public enum Status {
        PASSED,
        FAILED,
        INCONCLUSIVE,
        NOT_RUN,
        /** Not asked for by the operator's settings; counts as passed, and says so. */
        WAIVED
    }

    public Check {
        boolean fits = switch (status) {
            case PASSED, WAIVED -> reason.isEmpty();
            case FAILED ->
                reason.filter(why -> why.outcome() == Outcome.REFUSED).isPresent();
            case INCONCLUSIVE ->
                reason.filter(why -> why.outcome() == Outcome.REVIEW).isPresent();
            case NOT_RUN -> reason.map(why -> why.outcome() == Outcome.REVIEW).orElse(true);
        };
        if (status == Status.WAIVED && !WAIVABLE.contains(kind)) {
            throw new IllegalArgumentException(kind + " cannot be waived");
        }
        if (!fits) {
            throw new IllegalArgumentException(kind + " cannot be " + status + " for the reason " + reason);
        }
    }

    public static Check passed(CheckKind kind) {
        return new Check(kind, Status.PASSED, Optional.empty());
    }

    /** @param reason one that refuses */
    public static Check failed(CheckKind kind, Reason reason) {
        return new Check(kind, Status.FAILED, Optional.of(reason));
    }

    /** @param reason one that asks for a review */
    public static Check inconclusive(CheckKind kind, Reason reason) {
        return new Check(kind, Status.INCONCLUSIVE, Optional.of(reason));
    }

    /** Could not be run. @param reason one that asks for a review */
    public static Check impossible(CheckKind kind, Reason reason) {
        return new Check(kind, Status.NOT_RUN, Optional.of(reason));
    }

    /** Not asked for by the operator's settings. The face and the strength of the evidence cannot be waived. */
    public static Check waived(CheckKind kind) {
        return new Check(kind, Status.WAIVED, Optional.empty());
    }

    /** Was not needed any more, because another check had failed. */
    public static Check unneeded(CheckKind kind) {
        return new Check(kind, Status.NOT_RUN, Optional.empty());
    }
}
