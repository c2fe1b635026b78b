package io.namesake.mylines.internal;

import java.util.Optional;

/**
 * Where a dispute can go from where. A pure function; nothing else changes a state.
 *
 * <p>Its laws: only a person decides; a rejection can be put before another person once; what is upheld or withdrawn stays so.
 */
final class DisputeMachine {

    private DisputeMachine() {}

    /** Where a dispute stands. */
    enum State {
        /** Waits for a person's decision. */
        OPEN,
        /** The line was never the holder's. */
        UPHELD,
        /** The line is the holder's, as far as the evidence goes. */
        REJECTED,
        /** Rejected once, and to be decided by somebody else. */
        APPEALED,
        /** The holder took it back. */
        WITHDRAWN;

        boolean isOpen() {
            return this == OPEN || this == APPEALED;
        }
    }

    /** What can be tried with a dispute. */
    enum Step {
        UPHOLD,
        REJECT,
        APPEAL,
        WITHDRAW
    }

    /**
     * What else the answer depends on.
     *
     * @param appealOpen whether there is still time to appeal, and none was made yet
     * @param samePerson whether who decides now has decided this dispute before
     */
    record Situation(boolean appealOpen, boolean samePerson) {}

    /** Where the step leads; empty when it cannot be taken. */
    static Optional<State> next(State state, Step step, Situation situation) {
        return switch (step) {
            case UPHOLD -> decided(state, situation, State.UPHELD);
            case REJECT -> decided(state, situation, State.REJECTED);
            case APPEAL ->
                state == State.REJECTED && situation.appealOpen() ? Optional.of(State.APPEALED) : Optional.empty();
            case WITHDRAW -> state.isOpen() ? Optional.of(State.WITHDRAWN) : Optional.empty();
        };
    }

    private static Optional<State> decided(State state, Situation situation, State outcome) {
        return state.isOpen() && !situation.samePerson() ? Optional.of(outcome) : Optional.empty();
    }
}
