package io.namesake.face.engine.challenge;

import io.namesake.face.challenge.Movement;
import io.namesake.face.challenge.ShownMovement;
import java.util.Arrays;
import java.util.List;

/**
 * Notices movements that were not asked for, or not then. A film that shows all of them in a loop would otherwise show, sooner or later
 * after each prompt, whatever is asked for. People blink, so that is always allowed, and may stay as close as they once came.
 */
final class OtherMovements {
    private final Seen neutral;
    private final List<ShownMovement> asked;

    /** @param asked what was asked for, in that order, and the frames that show it */
    OtherMovements(Seen neutral, List<ShownMovement> asked) {
        this.neutral = neutral;
        this.asked = asked;
    }

    /** Before the first prompt anything may be seen: somebody is settling down. */
    boolean areIn(Seen frame) {
        Change change = Change.between(neutral, frame);
        return frame.prompt() > 0
                && Arrays.stream(Movement.values())
                        .filter(movement -> movement != Movement.BLINK)
                        .filter(movement -> !isAllowed(movement, frame))
                        .anyMatch(change::shows);
    }

    private boolean isAllowed(Movement movement, Seen frame) {
        int prompt = promptOf(movement);
        boolean begun = prompt > 0 && prompt <= frame.prompt();
        boolean mayStillEnd = prompt >= frame.prompt() - 1 || movement == Movement.COME_CLOSER;
        return begun && (mayStillEnd || hasShownItsOwn(frame));
    }

    /** Whether what the frame's prompt asked for has been shown by then: what was asked for earlier may come back after that. */
    private boolean hasShownItsOwn(Seen frame) {
        return asked.get(frame.prompt() - 1).frame().orElse(Integer.MAX_VALUE) <= frame.index();
    }

    /** 0 when the movement was never asked for. */
    private int promptOf(Movement movement) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).movement() == movement) {
                return i + 1;
            }
        }
        return 0;
    }
}
