package io.namesake.face.challenge;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What became of one movement.
 *
 * @param movement what was asked for
 * @param finding whether it was shown
 * @param frame the first frame that shows it, counted from 0; empty when none does
 */
public record ShownMovement(Movement movement, Finding finding, OptionalInt frame) {
    public ShownMovement {
        Objects.requireNonNull(movement, "movement");
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(frame, "frame");
    }

    /** Whether a movement was shown when it was asked for. */
    public enum Finding {
        SHOWN,
        /** No frame that was taken after the prompt shows it clearly enough. */
        NOT_SHOWN,
        /** It was there before the prompt. */
        BEFORE_PROMPT,
        /** The eyes were closed and did not open again. */
        NOT_ENDED,
        /** Hardly a frame was taken after the prompt, or none shows the face. */
        TOO_FEW_FRAMES
    }
}
