package io.namesake.provisioning.tmforum;

import io.namesake.problem.Problem;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of an order shall be another way: a merge patch (RFC 7396) of TMF641's ServiceOrder_Update. Its members that are not kept are read
 * over here as they are in a new order; what cannot be changed is refused.
 *
 * @param members what is there
 * @param cancel whether the order is to be cancelled
 * @param cancelledItems ids of items that are
 */
record OrderChange(ObjectNode members, boolean cancel, Set<String> cancelledItems) {
    private static final Set<String> NOT_KEPT = Set.of(
            "note",
            "relatedParty",
            "externalReference",
            "notificationContact",
            "priority",
            "expectedCompletionDate",
            "requestedCompletionDate",
            "requestedStartDate",
            "orderRelationship",
            "@type",
            "@baseType",
            "@schemaLocation");
    private static final Set<String> KEPT = Set.of("externalId", "description");

    /** @throws Problem {@code request-invalid} */
    static OrderChange parse(ObjectNode patch) {
        boolean cancel = false;
        Set<String> items = Set.of();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            var name = member.getKey();
            switch (name) {
                case "state" -> {
                    requireCancelled("An order", member.getValue());
                    cancel = true;
                }
                case "serviceOrderItem" -> items = items(member.getValue());
                default -> {
                    if (!KEPT.contains(name) && !NOT_KEPT.contains(name)) {
                        throw NewServiceOrder.invalid(
                                "A member cannot be changed. There are description, externalId, state and serviceOrderItem.");
                    }
                }
            }
        }
        var change = new OrderChange(patch, cancel, items);
        KEPT.forEach(name -> change.text(name, null));
        return change;
    }

    private static Set<String> items(JsonNode items) {
        if (!items.isArray() || items.isEmpty() || items.size() > NewServiceOrder.MOST_ITEMS) {
            throw NewServiceOrder.invalid("serviceOrderItem has 1 to " + NewServiceOrder.MOST_ITEMS + " items.");
        }
        var ids = new LinkedHashSet<String>();
        for (var item : items) {
            item.propertyNames().forEach(name -> {
                if (!Set.of("id", "state", "@type").contains(name)) {
                    throw NewServiceOrder.invalid("Of an item its state can be changed, and no more.");
                }
            });
            requireCancelled("An item", item.path("state"));
            ids.add(item.path("id").asString(""));
        }
        return ids;
    }

    private static void requireCancelled(String what, JsonNode state) {
        if (!OrderState.CANCELLED.word().equals(state.asString(""))) {
            throw NewServiceOrder.invalid(what + " can be cancelled by its state, and no other is taken.");
        }
    }

    /** What the order has now, or this change gives it; null takes it away. */
    @Nullable
    String text(String name, @Nullable String before) {
        var given = Optional.ofNullable(members.get(name));
        if (given.isEmpty()) {
            return before;
        }
        if (given.get().isNull()) {
            return null;
        }
        return NewServiceOrder.printable(
                "The " + name, given.get().isString() ? given.get().asString() : null);
    }
}
