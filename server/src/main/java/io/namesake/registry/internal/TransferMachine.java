package io.namesake.registry.internal;

import io.namesake.registry.Transfer.State;
import java.util.Optional;

/** Which step leads a transfer from which state to which. A pure function; who may take a step is not its business. */
final class TransferMachine {

    private TransferMachine() {}

    /** What can happen to a transfer. */
    enum Step {
        ACCEPT,
        WITHDRAW,
        VETO,
        /** The operator does without its time for a veto. */
        RELEASE,
        /** The time that the state gives is over. */
        TIME_OVER,
        /** What was offered ended otherwise. */
        HOLDING_ENDED,
        /** At its completion a rule about the receiver is not kept. */
        REFUSE
    }

    /** Where the step leads; empty when it cannot be taken. */
    static Optional<State> next(State state, Step step) {
        return switch (state) {
            case OFFERED ->
                switch (step) {
                    case ACCEPT -> Optional.of(State.ACCEPTED);
                    case TIME_OVER -> Optional.of(State.EXPIRED);
                    case RELEASE, REFUSE -> Optional.empty();
                    case WITHDRAW, VETO, HOLDING_ENDED -> ended(step);
                };
            case ACCEPTED ->
                switch (step) {
                    case ACCEPT -> Optional.empty();
                    case TIME_OVER, RELEASE -> Optional.of(State.COMPLETED);
                    case REFUSE -> Optional.of(State.REFUSED);
                    case WITHDRAW, VETO, HOLDING_ENDED -> ended(step);
                };
            case COMPLETED, VETOED, WITHDRAWN, EXPIRED, OVERTAKEN, REFUSED -> Optional.empty();
        };
    }

    /** What ends a transfer wherever it is. */
    private static Optional<State> ended(Step step) {
        return switch (step) {
            case WITHDRAW -> Optional.of(State.WITHDRAWN);
            case VETO -> Optional.of(State.VETOED);
            case HOLDING_ENDED -> Optional.of(State.OVERTAKEN);
            case ACCEPT, RELEASE, TIME_OVER, REFUSE -> Optional.empty();
        };
    }
}
