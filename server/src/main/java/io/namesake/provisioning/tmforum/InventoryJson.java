package io.namesake.provisioning.tmforum;

import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A line as a resource of an inventory. Whose it is, is not told. */
@Component
class InventoryJson {
    private final JsonMapper json;

    InventoryJson(JsonMapper json) {
        this.json = json;
    }

    /** As TMF638 has it. */
    ObjectNode service(Line line) {
        var status = line.status();
        var service = json.createObjectNode()
                .put("id", line.id().toString())
                .put("href", ServiceInventoryController.PATH + "/" + line.id())
                .put("name", line.identifier().value())
                .put("serviceType", ServiceKind.of(line.identifier().service()))
                .put("state", InventoryStates.service(status))
                .put("operatingStatus", InventoryStates.operating(status))
                .put("isServiceEnabled", status.isInUse())
                .put("hasStarted", status != LineStatus.PENDING);
        if (status == LineStatus.DEACTIVATED) {
            service.put("endDate", line.since().toString());
        }
        Characteristics.of(line, service.putArray("serviceCharacteristic"));
        return service.put("@type", "Service");
    }

    /** As TMF637 has it. */
    ObjectNode product(Line line) {
        var product = json.createObjectNode()
                .put("id", line.id().toString())
                .put("href", ProductInventoryController.PATH + "/" + line.id())
                .put("name", line.identifier().value())
                .put("status", InventoryStates.product(line.status()));
        if (line.status() == LineStatus.DEACTIVATED) {
            product.put("terminationDate", line.since().toString());
        }
        Characteristics.of(line, product.putArray("productCharacteristic"));
        product.putArray("realizingService")
                .addObject()
                .put("id", line.id().toString())
                .put("href", ServiceInventoryController.PATH + "/" + line.id())
                .put("@referredType", "Service")
                .put("@type", "ServiceRef");
        return product.put("@type", "Product");
    }
}
