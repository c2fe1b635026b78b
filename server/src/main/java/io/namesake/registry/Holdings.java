package io.namesake.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds which line. There is no operation that gives an operator or a member of staff the lines of a person: {@link #of} is
 * for the person who was just verified (promise 5), and a test sees to it that only {@code mylines} and this module call it.
 */
public interface Holdings {

    /** Every line in this holder's name now, at every operator, the newest first. At most 1,000. */
    List<HeldLine> of(UUID holderId);

    /** Who holds the line now. */
    Optional<Holding> current(UUID lineId);

    /** Who held the line at a moment. */
    Optional<Holding> on(UUID lineId, Instant at);

    /** Every holding that the line ever had, the first one first. */
    List<Holding> history(UUID lineId);

    /** How many lines of this service the holder has now, without machines', and the most that the operator's rules allow. */
    Count count(UUID holderId, LineIdentifier line);

    /** Notes who uses the line, or with null that the holder does. @throws IllegalStateException when it is not theirs */
    void use(UUID holderId, UUID lineId, LineUser.Kind kind, String label);

    /** The holder uses the line themselves again. */
    void useNoMore(UUID holderId, UUID lineId);

    /**
     * Lines of a service.
     *
     * @param held how many the holder has
     * @param most how many the rules allow
     */
    record Count(int held, int most) {
        /** Whether one more is more than the rules allow without a person's exception. */
        public boolean full() {
            return held >= most;
        }
    }
}
