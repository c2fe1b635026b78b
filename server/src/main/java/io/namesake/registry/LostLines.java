package io.namesake.registry;

import java.util.Set;
import java.util.UUID;

/**
 * A telephone or a card was lost or stolen: until it is back or replaced, whoever has it gets no verification codes and cannot
 * call at the holder's cost. Emergency calls always work. Doing it twice changes nothing. Each call is a transaction of its own.
 */
public interface LostLines {

    /**
     * Limits the line as a case of its own.
     *
     * @throws io.namesake.problem.Problem {@code line-unknown} when the line is not this holder's
     */
    void report(UUID holderId, UUID lineId);

    /**
     * Lifts what {@link #report} imposed, and nothing else.
     *
     * @throws io.namesake.problem.Problem {@code line-unknown} when the line is not this holder's
     */
    void recovered(UUID holderId, UUID lineId);

    /** Those of these lines that are reported lost. */
    Set<UUID> lostOf(Set<UUID> lineIds);
}
