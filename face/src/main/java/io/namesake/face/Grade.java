package io.namesake.face;

/** What a {@link Comparison} says. */
public enum Grade {
    /** The similarity reaches the threshold. */
    MATCH,
    /** The similarity reaches the review threshold only, or is lower and a face is not clear: a human should look. */
    INCONCLUSIVE,
    /** The similarity is below both thresholds, and both faces are clear. */
    NO_MATCH
}
