package io.namesake.provisioning.tmforum;

import io.namesake.registry.Line;
import tools.jackson.databind.node.ArrayNode;

/** What is said of a line beside its state. Nothing of it names a person. */
final class Characteristics {
    private Characteristics() {}

    static void of(Line line, ArrayNode characteristics) {
        characteristics
                .addObject()
                .put("name", "line")
                .put("valueType", "string")
                .put("value", line.identifier().value())
                .put("@type", "StringCharacteristic");
        characteristics
                .addObject()
                .put("name", "status")
                .put("valueType", "string")
                .put("value", line.status().name())
                .put("@type", "StringCharacteristic");
        characteristics
                .addObject()
                .put("name", "since")
                .put("valueType", "string")
                .put("value", line.since().toString())
                .put("@type", "StringCharacteristic");
        var limits = characteristics
                .addObject()
                .put("name", "limits")
                .put("valueType", "array")
                .put("@type", "StringArrayCharacteristic")
                .putArray("value");
        line.limits().stream().sorted().map(Enum::name).forEach(limits::add);
    }
}
