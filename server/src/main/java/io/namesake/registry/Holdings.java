package io.namesake.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds which line. There is no operation that gives an operator or a member of staff the lines of a person: {@link #of}
 * and {@link #mine} are for the person who was just verified (promise 5), and a test sees to it that only {@code mylines} and
 * this module call them.
 */
public interface Holdings {

    /** Every line in this holder's name now, at every operator, the newest first. At most 1,000. */
    List<HeldLine> of(UUID holderId);

    /**
     * One of these lines, by a question about it alone.
     *
     * @throws io.namesake.problem.Problem {@code line-unknown} for every other line, whether there is such a line or not
     */
    HeldLine mine(UUID holderId, UUID lineId);

    /** Who holds the line now. */
    Optional<Holding> current(UUID lineId);

    /** Who held the line at a moment. */
    Optional<Holding> on(UUID lineId, Instant at);

    /** Whether the line is held by this holding still, or again after each end of the line that was taken back. */
    boolean goesOn(UUID lineId, UUID holdingId);

    /** Whether nobody held the line after this holding, but for itself once more after an end of the line that was taken back. */
    boolean isLast(UUID lineId, UUID holdingId);

    /** Since when whoever holds the line does, as {@link #goesOn} says; empty when nobody does. */
    Optional<Instant> heldSince(UUID lineId);

    /** Every holding that the line ever had, the first one first. */
    List<Holding> history(UUID lineId);

    /** Whether whoever held the line last ended it themselves. */
    default boolean isEndedByHolder(UUID lineId) {
        var all = history(lineId);
        return !all.isEmpty() && all.getLast().endCause() == EndCause.ENDED_BY_HOLDER;
    }

    /** How many lines of this service the holder has now, without machines', and the most that the operator's rules allow. */
    Count count(UUID holderId, LineIdentifier line);

    /**
     * Notes who uses the line, in place of whoever did.
     *
     * @param holderId its holder, or the representative of the confirmed organisation that holds it
     * @param label 1 to 60 printable characters
     * @throws io.namesake.problem.Problem {@code line-unknown} when it is not for them to say
     */
    void use(UUID holderId, UUID lineId, LineUser.Kind kind, String label);

    /** Nobody else uses the line any more; likewise. */
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
