package io.namesake.provisioning.tmforum;

import io.namesake.application.CaptureLink;
import io.namesake.provisioning.tmforum.OrderStanding.State;
import io.namesake.registry.Lines;
import java.util.Locale;
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

    /** The answer to the order, the only one that has the link. */
    ObjectNode placed(ServiceOrder order, CaptureLink link) {
        return order(order, OrderStanding.of(State.ACKNOWLEDGED), link);
    }

    ObjectNode order(ServiceOrder order, OrderStanding standing) {
        return order(order, standing, null);
    }

    private ObjectNode order(ServiceOrder order, OrderStanding standing, @Nullable CaptureLink link) {
        var body = json.createObjectNode()
                .put("id", order.id().toString())
                .put("href", ServiceOrderController.PATH + "/" + order.id());
        if (order.externalId() != null) {
            body.put("externalId", order.externalId());
        }
        body.put("orderDate", order.orderedAt().toString());
        if (standing.completedAt() != null) {
            body.put("completionDate", standing.completedAt().toString());
        }
        var cancellation = order.cancellation();
        if (cancellation != null) {
            body.put("cancellationDate", cancellation.at().toString());
            if (cancellation.reason() != null) {
                body.put("cancellationReason", cancellation.reason());
            }
        }
        body.put("state", standing.state().word());
        var failure = standing.failure();
        if (failure != null) {
            body.putArray("errorMessage")
                    .addObject()
                    .put("code", failure.code())
                    .put("reason", failure.reason())
                    .put("message", failure.message())
                    .put("timestamp", failure.at().toString())
                    .put("@type", "ServiceOrderErrorMessage");
        }
        item(order, standing, link, body.putArray("serviceOrderItem").addObject());
        return body.put("@type", "ServiceOrder");
    }

    private void item(ServiceOrder order, OrderStanding standing, @Nullable CaptureLink link, ObjectNode item) {
        item.put("id", order.itemId())
                .put("action", order.action().name().toLowerCase(Locale.ROOT))
                .put("state", standing.state().word())
                .put("@type", "ServiceOrderItem");
        var service = item.putObject("service");
        lines.find(order.operatorId(), order.line().value())
                .ifPresent(line -> service.put("id", line.id().toString())
                        .put("href", ServiceInventoryController.PATH + "/" + line.id())
                        // TMF641 4.1 knows the same words, as far as they are used here.
                        .put("state", InventoryStates.service(line.status())));
        service.put("serviceType", ServiceKind.of(order.line().service())).put("@type", "Service");
        var characteristics = service.putArray("serviceCharacteristic");
        characteristic(characteristics, "line", order.line().value());
        characteristic(characteristics, "applicationId", order.applicationId().toString());
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
