package io.namesake.remediation.internal;

import io.namesake.remediation.Phase;
import java.util.Set;

/** What a notice tells. Each has its texts in {@code notices*.properties}. */
enum NoticeKind {
    /** There is a doubt: what, until when, what to do, how to appeal. */
    DOUBT(Phase.NOTICE_DUE, Phase.UNREACHED),
    /** Limits will hold from a day on that is near. */
    REMINDER(Phase.NOTIFIED, Phase.LIMITED),
    /** The day is near on which a person may decide about the line's end. */
    DECISION_REMINDER(Phase.LIMITED),
    /** Limits hold from now on. */
    LIMITED(Phase.LIMITED),
    /** A person will decide about the line's end. */
    DECISION_DUE(Phase.AWAITING_DECISION),
    /** More time was given. */
    EXTENDED(Phase.NOTIFIED, Phase.LIMITED, Phase.APPEALED),
    /** The appeal has arrived, and the clock stands still. */
    APPEAL_RECEIVED(Phase.APPEALED),
    /** The appeal was decided against the person; the clock goes on. */
    APPEAL_REJECTED(Phase.NOTIFIED, Phase.LIMITED, Phase.AWAITING_DECISION),
    /** The line has ended; how to get it back. */
    DEACTIVATED(Phase.DEACTIVATED),
    /** All is well, and every limit is undone. */
    SETTLED;

    private final Set<Phase> phases;

    NoticeKind(Phase... phases) {
        this.phases = Set.of(phases);
    }

    /** Whether it is still worth telling, where the case stands now. */
    boolean isTrueIn(Phase phase) {
        return phases.contains(phase);
    }
}
