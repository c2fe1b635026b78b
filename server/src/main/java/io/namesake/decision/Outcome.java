package io.namesake.decision;

/** What becomes of an application. */
public enum Outcome {
    /** Every check passed. */
    VERIFIED,
    /** The evidence contradicts the application; the reasons say in what. */
    REFUSED,
    /** A machine cannot tell, or was not asked to: a person decides. */
    REVIEW
}
