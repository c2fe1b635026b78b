package io.namesake.provisioning.tmforum;

import io.namesake.application.CaptureLink;
import io.namesake.provisioning.tmforum.ItemStanding.Failure;
import io.namesake.provisioning.tmforum.ServiceOrder.Item;
import io.namesake.registry.Lines;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An order in TMF641's form. Nothing of it names a person. */
@Component
class ServiceOrderJson {
    private final Lines lines;
    private final JsonMapper json;

    ServiceOrderJson(Lines lines, JsonMapper json) {
        this.lines = lines;
        this.json = json;
    }

    /** The answer to the order, the only one that has the links. */
    ObjectNode placed(ServiceOrder order, Map<String, CaptureLink> links) {
        return order(order, OrderStanding.acknowledged(order.items().size()), links);
    }

    ObjectNode order(ServiceOrder order, OrderStanding standing) {
        return order(order, standing, Map.of());
    }

    private ObjectNode order(ServiceOrder order, OrderStanding standing, Map<String, CaptureLink> links) {
        var body = json.createObjectNode()
                .put("id", order.id().toString())
                .put("href", ServiceOrderController.PATH + "/" + order.id());
        putIfThere(body, "externalId", order.externalId());
        putIfThere(body, "description", order.description());
        body.put("orderDate", order.orderedAt().toString());
        putIfThere(body, "completionDate", standing.completedAt());
        var cancellation = order.cancellation();
        if (cancellation != null) {
            body.put("cancellationDate", cancellation.at().toString());
            putIfThere(body, "cancellationReason", cancellation.reason());
        }
        body.put("state", standing.state().word());
        var errors = json.createArrayNode();
        var items = json.createArrayNode();
        for (int i = 0; i < order.items().size(); i++) {
            var item = order.items().get(i);
            var itemStanding = standing.items().get(i);
            item(order, item, itemStanding, links.get(item.id()), items.addObject());
            if (itemStanding.failure() != null) {
                var error = errors.addObject();
                error(error, itemStanding.failure(), "ServiceOrderErrorMessage");
                error.putArray("serviceOrderItem")
                        .addObject()
                        .put("itemId", item.id())
                        .put("serviceOrderId", order.id().toString())
                        .put("@type", "ServiceOrderItemRef");
            }
        }
        if (!errors.isEmpty()) {
            body.set("errorMessage", errors);
        }
        body.set("serviceOrderItem", items);
        return body.put("@type", "ServiceOrder");
    }

    private static void putIfThere(ObjectNode body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }

    private static void error(ObjectNode error, Failure failure, String type) {
        error.put("code", failure.code())
                .put("reason", failure.reason())
                .put("message", failure.message())
                .put("timestamp", failure.at().toString())
                .put("@type", type);
    }

    private void item(
            ServiceOrder order, Item ordered, ItemStanding standing, @Nullable CaptureLink link, ObjectNode item) {
        item.put("id", ordered.id())
                .put("action", ordered.action().name().toLowerCase(Locale.ROOT))
                .put("state", standing.state().word())
                .put("@type", "ServiceOrderItem");
        if (standing.failure() != null) {
            error(item.putArray("errorMessage").addObject(), standing.failure(), "ServiceOrderItemErrorMessage");
        }
        var service = item.putObject("service");
        lines.find(order.operatorId(), ordered.line().value())
                .ifPresent(line -> service.put("id", line.id().toString())
                        .put("href", ServiceInventoryController.PATH + "/" + line.id())
                        // TMF641 4.1 knows the same words, as far as they are used here.
                        .put("state", InventoryStates.service(line.status())));
        service.put("serviceType", ServiceKind.of(ordered.line().service())).put("@type", "Service");
        var characteristics = service.putArray("serviceCharacteristic");
        characteristic(characteristics, "line", ordered.line().value());
        characteristic(characteristics, "applicationId", ordered.applicationId().toString());
        if (link != null) {
            characteristic(
                    characteristics,
                    "verificationLink",
                    Objects.requireNonNull(link.url()).toString());
            characteristic(
                    characteristics,
                    "verificationLinkExpiresAt",
                    link.expiresAt().toString());
        }
    }

    private static void characteristic(ArrayNode characteristics, String name, String value) {
        characteristics
                .addObject()
                .put("name", name)
                .put("valueType", "string")
                .put("value", value)
                .put("@type", "Characteristic");
    }
}
