package io.namesake.remediation;

/** Where a case stands on the road from doubt to settled. */
public enum Phase {
    /** Notices are on their way; none is known to have arrived, and the clock does not run. */
    NOTICE_DUE,
    /** No notice arrived in time. A person sees to it; the clock does not run, nothing is limited, nothing ends. */
    UNREACHED,
    /** A notice arrived. Grace: the clock runs, and nothing is limited. */
    NOTIFIED,
    /** Grace is over; the limits of a stage hold. */
    LIMITED,
    /** All stages are over. Nothing more happens by itself: a person decides. */
    AWAITING_DECISION,
    /** The person appealed: the clock stands still until a person who has not decided before decides. */
    APPEALED,
    /** A person decided to end the line. Its number rests; verifying or appealing takes it back. */
    DEACTIVATED,
    /** Every limit of the case is undone; the line goes on, unless it ended otherwise. Final. */
    SETTLED,
    /** The quarantine is over; the number may go to somebody else. Final. */
    ENDED;

    /** Whether nothing can follow any more. */
    public boolean isFinal() {
        return this == SETTLED || this == ENDED;
    }
}
