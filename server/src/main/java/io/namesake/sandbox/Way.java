package io.namesake.sandbox;

/** How far a made-up applicant goes. */
public enum Way {
    /** Shows a document, moves before the camera as asked, and submits. */
    SUBMITS,
    /** The same with a still picture and no movements. */
    SUBMITS_A_STILL,
    /** Asks for a check by a person before showing anything. */
    ASKS_FOR_A_PERSON,
    /** Consents, and is not seen again. */
    LEAVES
}
