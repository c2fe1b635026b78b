package io.namesake.provisioning.tmforum;

import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** That an order was cancelled, in TMF641's form. */
@Component
class CancellationJson {
    private final JsonMapper json;

    CancellationJson(JsonMapper json) {
        this.json = json;
    }

    /** @param order one that was cancelled */
    ObjectNode cancellation(ServiceOrder order) {
        var cancellation = Objects.requireNonNull(order.cancellation());
        var body = json.createObjectNode()
                .put("id", cancellation.id().toString())
                .put("href", CancelServiceOrderController.PATH + "/" + cancellation.id())
                .put("effectiveCancellationDate", cancellation.at().toString())
                .put("state", "done");
        if (cancellation.reason() != null) {
            body.put("cancellationReason", cancellation.reason());
        }
        body.putObject("serviceOrder")
                .put("id", order.id().toString())
                .put("href", ServiceOrderController.PATH + "/" + order.id())
                .put("@referredType", "ServiceOrder")
                .put("@type", "ServiceOrderRef");
        return body.put("@type", "CancelServiceOrder");
    }
}
