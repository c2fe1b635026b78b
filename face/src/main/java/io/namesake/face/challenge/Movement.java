package io.namesake.face.challenge;

/**
 * What a person can be asked to show. Left and right are the person's own. In a frame as a camera delivers it (not mirrored, as a
 * preview often is), somebody who turns to their own left turns to the viewer's right.
 */
public enum Movement {
    /** Turns the head to their own left, some twenty degrees. */
    TURN_LEFT,
    /** Turns the head to their own right, some twenty degrees. */
    TURN_RIGHT,
    /** Lifts the chin. */
    LOOK_UP,
    /** Comes nearer to the camera, by a quarter or more. */
    COME_CLOSER,
    /** Closes both eyes for a moment and opens them again. */
    BLINK,
    /**
     * Opens the mouth wide, by a fifth of the distance between the eyes or more. The chin goes down with it: a mouth that is printed cannot open, and behind a
     * hole in a print the chin stays.
     */
    OPEN_MOUTH;

    /** Whether only a thing with depth can show it: a flat picture can be brought closer, but has no nose that moves before its cheeks. */
    public boolean showsDepth() {
        return this == TURN_LEFT || this == TURN_RIGHT;
    }
}
