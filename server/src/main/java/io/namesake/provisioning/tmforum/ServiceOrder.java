package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.registry.LineIdentifier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order. Where it stands is where its applications and its lines stand.
 *
 * @param externalId the orderer's own; null where it gave none
 * @param description likewise
 * @param items one or more, in their order
 * @param lastSeen where it stood when it was last looked at
 * @param cancellation that it was cancelled; null otherwise
 */
record ServiceOrder(
        UUID id,
        OperatorId operatorId,
        @Nullable String externalId,
        @Nullable String description,
        List<Item> items,
        Instant orderedAt,
        OrderState lastSeen,
        @Nullable Cancellation cancellation) {

    ServiceOrder {
        items = List.copyOf(items);
    }

    /** What can be ordered. Ending a line cannot: its holder ends it, or a case that a person decides. */
    enum Action {
        /** A line in the name of whoever is verified. */
        ADD,
        /** Another SIM, with the consent of the line's holder, who is verified for it. */
        MODIFY
    }

    /**
     * One line.
     *
     * @param id the orderer's own
     * @param action what is ordered
     * @param applicationId in which somebody is verified for it
     * @param cancelledAt when it was cancelled; null otherwise
     */
    record Item(
            String id,
            Action action,
            LineIdentifier line,
            UUID applicationId,
            @Nullable Instant cancelledAt) {}

    /** @param reason the orderer's own; null where it gave none */
    record Cancellation(UUID id, Instant at, @Nullable String reason) {}
}
