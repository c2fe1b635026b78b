package io.namesake.remediation.internal;

/** What a notice tells. Each has its texts in {@code notices*.properties}. */
enum NoticeKind {
    /** There is a doubt: what, until when, what to do, how to appeal. */
    DOUBT,
    /** Limits hold from now on. */
    LIMITED,
    /** A person will decide about the line's end. */
    DECISION_DUE,
    /** More time was given. */
    EXTENDED,
    /** The appeal has arrived, and the clock stands still. */
    APPEAL_RECEIVED,
    /** The appeal was decided against the person; the clock goes on. */
    APPEAL_REJECTED,
    /** The line has ended; how to get it back. */
    DEACTIVATED,
    /** All is well, and every limit is undone. */
    SETTLED
}
