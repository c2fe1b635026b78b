package io.namesake.face.engine.challenge;

import io.namesake.face.challenge.Movement;
import io.namesake.face.challenge.ShownMovement;
import io.namesake.face.challenge.ShownMovement.Finding;
import java.util.List;
import java.util.OptionalInt;

/** Looks for one movement among the frames after its prompt. */
final class MovementJudge {
    private static final int FEWEST = 2;

    private final Seen neutral;
    private final List<Seen> seen;

    MovementJudge(Seen neutral, List<Seen> seen) {
        this.neutral = neutral;
        this.seen = seen;
    }

    ShownMovement judge(Movement movement, int prompt) {
        if (after(prompt).size() < FEWEST) {
            return found(movement, Finding.TOO_FEW_FRAMES);
        }
        List<Seen> showing = showing(movement, prompt);
        if (showing.isEmpty()) {
            return found(movement, Finding.NOT_SHOWN);
        }
        int first = showing.getFirst().index();
        boolean before = seen.stream()
                .filter(frame -> frame.prompt() < prompt)
                .reduce((earlier, last) -> last)
                .filter(last -> change(last).shows(movement))
                .isPresent();
        if (before) {
            return new ShownMovement(movement, Finding.BEFORE_PROMPT, OptionalInt.of(first));
        }
        if (movement == Movement.BLINK && !opensAfter(first)) {
            return new ShownMovement(movement, Finding.NOT_ENDED, OptionalInt.of(first));
        }
        return new ShownMovement(movement, Finding.SHOWN, OptionalInt.of(first));
    }

    /** The frames after a prompt that show a movement. */
    List<Seen> showing(Movement movement, int prompt) {
        return after(prompt).stream()
                .filter(frame -> change(frame).shows(movement))
                .toList();
    }

    private List<Seen> after(int prompt) {
        return seen.stream().filter(frame -> frame.prompt() == prompt).toList();
    }

    private boolean opensAfter(int closed) {
        return seen.stream()
                .filter(frame -> frame.index() > closed)
                .anyMatch(frame -> change(frame).isOpen());
    }

    private Change change(Seen frame) {
        return Change.between(neutral, frame);
    }

    private static ShownMovement found(Movement movement, Finding finding) {
        return new ShownMovement(movement, finding, OptionalInt.empty());
    }
}
