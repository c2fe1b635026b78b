package io.namesake.face.challenge;

import java.util.List;
import java.util.Objects;

/**
 * A challenge and the frames of the one session that answers it.
 *
 * @param challenge what was asked for
 * @param frames in the order in which they were taken; 4..{@value #MOST_FRAMES}
 */
public record ChallengeRecording(Challenge challenge, List<ChallengeFrame> frames) {
    public static final int FEWEST_FRAMES = 4;
    public static final int MOST_FRAMES = 24;

    public ChallengeRecording {
        Objects.requireNonNull(challenge, "challenge");
        frames = List.copyOf(frames);
        if (frames.size() < FEWEST_FRAMES || frames.size() > MOST_FRAMES) {
            throw new IllegalArgumentException(
                    "a recording has " + FEWEST_FRAMES + ".." + MOST_FRAMES + " frames, not " + frames.size());
        }
        int prompt = 0;
        for (ChallengeFrame frame : frames) {
            if (frame.prompt() < prompt
                    || frame.prompt() > challenge.movements().size()) {
                throw new IllegalArgumentException("the prompts of the frames are out of order");
            }
            prompt = frame.prompt();
        }
    }
}
