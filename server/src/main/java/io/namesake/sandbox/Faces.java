package io.namesake.sandbox;

/** What is found in the pictures of a made-up applicant. */
public enum Faces {
    /** One living person, the one of the document. */
    SAME_PERSON,
    /** A living person, and another one than in the document. */
    ANOTHER_PERSON,
    /** Too little like the document to be sure, and too much to be somebody else. */
    UNSURE,
    /** The selfie looks like a picture of a picture. */
    ATTACK_SUSPECTED,
    /** The selfie was good enough to be taken, and cannot be compared after all. */
    UNUSABLE,
    /** The face that moved is not the face that looked straight into the camera. */
    MOVEMENTS_CONTRADICTED
}
