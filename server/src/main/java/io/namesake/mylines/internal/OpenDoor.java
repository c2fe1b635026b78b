package io.namesake.mylines.internal;

import io.namesake.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/**
 * Keeps the one door that is open to anybody from being walked through by a crowd: so many in a minute on this node, whoever they
 * are. It keeps no addresses; a limit for each client belongs before the server, or to issue 6.
 */
@Component
class OpenDoor {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST = 60;

    private final Clock clock;
    private final Deque<Instant> through = new ArrayDeque<>();

    OpenDoor(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem {@code busy}, with the time after which there is room again */
    synchronized void pass() {
        var now = clock.instant();
        while (!through.isEmpty() && !through.peekFirst().isAfter(now.minus(WINDOW))) {
            through.removeFirst();
        }
        if (through.size() >= MOST) {
            throw Problem.busy(
                    Duration.between(now, through.peekFirst().plus(WINDOW)).plusSeconds(1));
        }
        through.addLast(now);
    }
}
