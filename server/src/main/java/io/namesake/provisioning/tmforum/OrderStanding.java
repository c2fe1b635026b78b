package io.namesake.provisioning.tmforum;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands.
 *
 * @param items where its items stand, in their order
 */
record OrderStanding(List<ItemStanding> items) {

    OrderStanding {
        items = List.copyOf(items);
    }

    /** How an order of so many items stands in the answer to it. */
    static OrderStanding acknowledged(int items) {
        return new OrderStanding(Stream.generate(() -> ItemStanding.of(OrderState.ACKNOWLEDGED))
                .limit(items)
                .toList());
    }

    OrderState state() {
        return OrderState.of(items.stream().map(ItemStanding::state).toList());
    }

    /** When the last of its items was completed; null unless all are. */
    @Nullable
    Instant completedAt() {
        return state() == OrderState.COMPLETED
                ? items.stream()
                        .map(ItemStanding::completedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }
}
