package io.namesake.remediation.internal;

import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a case stands, with what belongs to that place alone. A clock that runs is the instant at which it showed zero; one that
 * stands still is what it shows. Both may lie before zero, after an extension.
 */
sealed interface Standing {

    /** Notices are on their way. */
    record NoticeDue(Instant since) implements Standing {}

    /** None arrived in time. */
    record Unreached() implements Standing {}

    /**
     * The clock runs.
     *
     * @param zero when it showed zero
     * @param stage 0 in grace, k in the k-th stage of limits
     */
    record Running(Instant zero, int stage) implements Standing {}

    /** A person has to decide. The last stage's limits hold. */
    record AwaitingDecision(Instant zero) implements Standing {}

    /**
     * The clock stands still.
     *
     * @param shown what it shows
     * @param stage whose limits hold meanwhile
     * @param decisionWasDue whether a person had to decide when it was stopped
     */
    record Appealed(Duration shown, int stage, boolean decisionWasDue) implements Standing {}

    /**
     * The line has ended, and can come back.
     *
     * @param since when it ended
     * @param quarantineUntil until when its number rests
     */
    record Deactivated(Instant since, Instant quarantineUntil) implements Standing {}

    /** Nothing is limited any more. */
    record Settled(SettledCause cause) implements Standing {}

    /** The number may go to somebody else. */
    record Ended() implements Standing {}

    default Phase phase() {
        return switch (this) {
            case NoticeDue _ -> Phase.NOTICE_DUE;
            case Unreached _ -> Phase.UNREACHED;
            case Running(var ignored, int stage) -> stage == 0 ? Phase.NOTIFIED : Phase.LIMITED;
            case AwaitingDecision _ -> Phase.AWAITING_DECISION;
            case Appealed _ -> Phase.APPEALED;
            case Deactivated _ -> Phase.DEACTIVATED;
            case Settled _ -> Phase.SETTLED;
            case Ended _ -> Phase.ENDED;
        };
    }
}
