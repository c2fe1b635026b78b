package io.namesake.registry;

/** Why somebody does not hold a line any more. */
public enum EndCause {
    /** The holder ended the line. */
    ENDED_BY_HOLDER,
    /** It never was theirs: a dispute was decided for them. */
    DISPUTE_UPHELD,
    /** Handed over to another verified holder. */
    TRANSFERRED,
    /** The road of notice, grace and limits came to its end, and a person decided so. */
    DEACTIVATED,
    /** The holder has died. */
    DECEASED,
    /** The number went to another operator. */
    PORTED_OUT,
    /** An import named them; somebody else was verified for the line. */
    REGISTERED_TO_ANOTHER
}
