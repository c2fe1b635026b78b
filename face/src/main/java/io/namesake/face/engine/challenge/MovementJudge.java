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
        List<Seen> asked =
                seen.stream().filter(frame -> frame.prompt() == prompt).toList();
        if (asked.size() < FEWEST) {
            return found(movement, Finding.TOO_FEW_FRAMES);
        }
        OptionalInt shown = asked.stream()
                .filter(frame -> change(frame).shows(movement))
                .mapToInt(Seen::index)
                .findFirst();
        if (shown.isEmpty()) {
            return found(movement, Finding.NOT_SHOWN);
        }
        boolean before = seen.stream()
                .filter(frame -> frame.prompt() < prompt)
                .reduce((first, last) -> last)
                .filter(last -> change(last).shows(movement))
                .isPresent();
        if (before) {
            return new ShownMovement(movement, Finding.BEFORE_PROMPT, shown);
        }
        if (movement == Movement.BLINK && !opensAfter(shown.getAsInt())) {
            return new ShownMovement(movement, Finding.NOT_ENDED, shown);
        }
        return new ShownMovement(movement, Finding.SHOWN, shown);
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
