package io.namesake.face.challenge;

/** What else is wrong with a recording, as a whole. */
public enum ChallengeFlaw {
    /** A frame cannot be read, or is of another size than the others. */
    FRAME_UNREADABLE(false),
    /** No frame before the first prompt shows the person looking straight into the camera, as far as the live guidance asks for it. */
    NO_NEUTRAL_FRAME(false),
    /** Too many frames show no face. */
    FACE_LOST(false),
    /** A frame shows more than one face. */
    SEVERAL_FACES(false),
    /** A movement was shown that was not asked for, or not then. A blink counts for none. */
    OTHER_SHOWN(false),
    /** The face that moved is too little like the one that looked straight into the camera to be sure that it is the same, or too unclear. */
    FACE_UNCERTAIN(false),
    /** The face that moved is not the face that looked straight into the camera, and both are clear to see. */
    FACE_CHANGED(true),
    /** What moved is flat: it was foreshortened as a whole, and no nose moved before it. */
    FLAT_MOTION(true),
    /** The same picture was sent again and again. */
    FRAMES_REPEATED(true);

    private final boolean contradiction;

    ChallengeFlaw(boolean contradiction) {
        this.contradiction = contradiction;
    }

    /** Whether it contradicts a living person before the camera, rather than that something went wrong. A reason to look, not proof. */
    public boolean isContradiction() {
        return contradiction;
    }
}
