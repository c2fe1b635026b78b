package io.namesake.face.engine.challenge;

import io.namesake.face.challenge.ChallengeFlaw;
import java.util.Optional;

/**
 * What the frames of one movement say about whose face moved. A frame in which a head moves fast, or is turned far, may show too little
 * of a face to tell: one that shows the face is enough, and one that is unclear speaks against nobody
 * ({@code docs/adr/0048-an-unclear-picture-proves-nothing-and-wins-nothing.md}).
 */
final class Likeness {
    private final double match;
    private final double review;
    private boolean same;
    private boolean unsure;
    private boolean other;

    /**
     * @param match similarity from which two frames show the same face
     * @param review similarity below which two clear ones do not
     */
    Likeness(double match, double review) {
        this.match = match;
        this.review = review;
    }

    /** One frame beside the neutral one. @param clear whether both are clear */
    void add(double similarity, boolean clear) {
        if (similarity >= match) {
            same = true;
        } else if (similarity < review && clear) {
            other = true;
        } else {
            unsure = true;
        }
    }

    /** Whether a frame shows the neutral one's face, so that no other has to be looked at. */
    boolean isSame() {
        return same;
    }

    /** What is wrong; empty also when there was no frame. */
    Optional<ChallengeFlaw> flaw() {
        if (same) {
            return Optional.empty();
        }
        if (unsure) {
            return Optional.of(ChallengeFlaw.FACE_UNCERTAIN);
        }
        return other ? Optional.of(ChallengeFlaw.FACE_CHANGED) : Optional.empty();
    }
}
