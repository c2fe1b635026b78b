package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.registry.LineIdentifier;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order. Where it stands is where its application and its line stand.
 *
 * @param externalId the orderer's own; null where it gave none
 * @param itemId of its one item
 * @param action what is ordered
 * @param cancellation that it was cancelled; null otherwise
 */
record ServiceOrder(
        UUID id,
        OperatorId operatorId,
        UUID applicationId,
        @Nullable String externalId,
        String itemId,
        Action action,
        LineIdentifier line,
        Instant orderedAt,
        @Nullable Cancellation cancellation) {

    /** What can be ordered. Ending a line cannot: its holder ends it, or a case that a person decides. */
    enum Action {
        /** A line in the name of whoever is verified. */
        ADD,
        /** Another SIM, with the consent of the line's holder, who is verified for it. */
        MODIFY
    }

    /** @param reason the orderer's own; null where it gave none */
    record Cancellation(UUID id, Instant at, @Nullable String reason) {}
}
