package io.namesake.face;

/** What a {@link Comparison} says. */
public enum Grade {
    /** The similarity reaches the threshold. */
    MATCH,
    /** The similarity reaches the review threshold only: a human should look. */
    INCONCLUSIVE,
    /** The similarity is below both thresholds. */
    NO_MATCH
}
