package io.namesake.remediation;

/** How a case ended before it ended a line for good; every limit of the case is undone. */
public enum SettledCause {
    /** The holder was verified (again). */
    VERIFIED,
    /** An appeal was decided for the person. */
    APPEAL_GRANTED,
    /** The holder ended the line. */
    ENDED_BY_HOLDER,
    /** The line ended otherwise: its number went to another operator, or another case ended it. */
    LINE_ENDED,
    /** The operator withdrew the case. */
    WITHDRAWN,
    /** A person decided that the doubt does not stand. */
    DOUBT_REMOVED;

    /** Whether the case is over because its line is. While the line is in use, no case is settled so. */
    public boolean isEndOfLine() {
        return this == ENDED_BY_HOLDER || this == LINE_ENDED;
    }
}
