package io.namesake.provisioning.tmforum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an item of an order stands.
 *
 * @param state which
 * @param completedAt when it was completed; null otherwise
 * @param failure why it failed; null otherwise
 */
record ItemStanding(
        OrderState state,
        @Nullable Instant completedAt,
        @Nullable Failure failure) {

    /**
     * Why.
     *
     * @param code a stable word
     * @param message for the orderer: codes of reasons, and nothing about a person
     */
    record Failure(String code, String reason, String message, Instant at) {}

    static ItemStanding of(OrderState state) {
        return new ItemStanding(state, null, null);
    }

    static ItemStanding completed(Instant at) {
        return new ItemStanding(OrderState.COMPLETED, at, null);
    }

    static ItemStanding failed(Failure failure) {
        return new ItemStanding(OrderState.FAILED, null, failure);
    }

    static ItemStanding failed(String code, String reason, Instant at) {
        return failed(new Failure(code, reason, reason + ".", at));
    }
}
