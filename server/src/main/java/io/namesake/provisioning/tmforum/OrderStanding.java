package io.namesake.provisioning.tmforum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands, in the words of TMF641's ServiceOrderStateType.
 *
 * @param state which
 * @param completedAt when it was completed; null otherwise
 * @param failure why it failed; null otherwise
 */
record OrderStanding(
        State state,
        @Nullable Instant completedAt,
        @Nullable Failure failure) {

    enum State {
        /** It was taken, as the answer to it says. */
        ACKNOWLEDGED("acknowledged"),
        /** Nobody is verified yet; until then the network is told nothing. */
        HELD("held"),
        /** The holder is verified for another SIM, which is not in place yet. */
        PENDING("pending"),
        /** Somebody is; the network is being told. */
        IN_PROGRESS("inProgress"),
        COMPLETED("completed"),
        CANCELLED("cancelled"),
        /** Nobody was verified, or the network could not be told. */
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * Why.
     *
     * @param code a stable word
     * @param message for the orderer: codes of reasons, and nothing about a person
     */
    record Failure(String code, String reason, String message, Instant at) {}

    static OrderStanding of(State state) {
        return new OrderStanding(state, null, null);
    }

    static OrderStanding completed(Instant at) {
        return new OrderStanding(State.COMPLETED, at, null);
    }

    static OrderStanding failed(Failure failure) {
        return new OrderStanding(State.FAILED, null, failure);
    }
}
