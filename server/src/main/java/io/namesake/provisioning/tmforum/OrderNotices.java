package io.namesake.provisioning.tmforum;

import io.namesake.provisioning.webhook.EndpointForm;
import io.namesake.provisioning.webhook.Listeners;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** TMF641's notifications, within the caller's transaction. No link is in them. */
@Component
class OrderNotices {
    private static final String ORDER = "serviceOrder";

    private final Listeners listeners;
    private final ServiceOrderJson json;
    private final CancellationJson cancellations;
    private final Clock clock;

    OrderNotices(Listeners listeners, ServiceOrderJson json, CancellationJson cancellations, Clock clock) {
        this.listeners = listeners;
        this.json = json;
        this.cancellations = cancellations;
        this.clock = clock;
    }

    void created(ServiceOrder order) {
        var acknowledged = OrderStanding.acknowledged(order.items().size());
        tell(order, "ServiceOrderCreateEvent", order.id().toString(), ORDER, () -> json.order(order, acknowledged));
    }

    /** @param number counts the changes of this order */
    void stateChanged(ServiceOrder order, OrderStanding standing, int number) {
        tell(
                order,
                "ServiceOrderStateChangeEvent",
                order.id() + "/" + number,
                ORDER,
                () -> json.order(order, standing));
    }

    /** Its own words are others. */
    void changed(ServiceOrder order, OrderStanding standing) {
        tell(
                order,
                "ServiceOrderAttributeValueChangeEvent",
                UUID.randomUUID().toString(),
                ORDER,
                () -> json.order(order, standing));
    }

    void cancelled(ServiceOrder order) {
        var cancellation = Objects.requireNonNull(order.cancellation());
        tell(
                order,
                "CancelServiceOrderCreateEvent",
                cancellation.id().toString(),
                "cancelServiceOrder",
                () -> cancellations.cancellation(order));
    }

    private void tell(ServiceOrder order, String type, String source, String name, Supplier<ObjectNode> resource) {
        var notification = Notification.of(EndpointForm.TMF641, type, source, clock.instant());
        listeners.tell(
                order.operatorId(),
                EndpointForm.TMF641,
                type,
                notification.id(),
                () -> notification.body(name, resource.get()));
    }
}
