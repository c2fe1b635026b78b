package io.namesake.provisioning.activation;

import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the activation server is to stand for a line, in the words of TMF640 4.0.
 *
 * @param name the line's id, by which the server's service is found again
 * @param type mobile, fixed or internet
 * @param line the number or account
 * @param on whether it is active; terminated otherwise
 * @param limits what it must not do, by the names of {@link Limit}, in their order
 */
record WantedService(String name, String type, String line, boolean on, List<String> limits) {
    private static final String LIMITS = "limits";
    private static final String CHARACTERISTICS = "serviceCharacteristic";
    static final String ACTIVE = "active";
    static final String TERMINATED = "terminated";

    static WantedService of(Line line) {
        return new WantedService(
                line.id().toString(),
                line.identifier().service().name().toLowerCase(Locale.ROOT),
                line.identifier().value(),
                line.status() != LineStatus.DEACTIVATED,
                line.limits().stream().sorted().map(Enum::name).toList());
    }

    String state() {
        return on ? ACTIVE : TERMINATED;
    }

    /** Whether the server's service stands so. Nothing can be limited of what is terminated. */
    boolean isMetBy(JsonNode service) {
        if (!service.path("state").asString("").equals(state())) {
            return false;
        }
        if (!on) {
            return true;
        }
        var limited = new TreeSet<String>();
        for (var characteristic : service.path(CHARACTERISTICS)) {
            if (LIMITS.equals(characteristic.path("name").asString(""))) {
                characteristic.path("value").forEach(limit -> limited.add(limit.asString("")));
            }
        }
        return limited.equals(new TreeSet<>(limits));
    }

    /** A new service. */
    ObjectNode create(JsonMapper json) {
        var service = json.createObjectNode()
                .put("name", name)
                .put("serviceType", type)
                .put("state", ACTIVE);
        service.putObject("serviceSpecification").put("id", type).put("@type", "ServiceSpecificationRef");
        var characteristics = service.putArray(CHARACTERISTICS);
        characteristics
                .addObject()
                .put("name", "line")
                .put("valueType", "string")
                .put("value", line);
        putLimits(characteristics);
        return service.put("@type", "Service");
    }

    /** What is to change of one that is there. */
    ObjectNode update(JsonMapper json) {
        var service = json.createObjectNode().put("state", state());
        if (on) {
            putLimits(service.putArray(CHARACTERISTICS));
        }
        return service;
    }

    private void putLimits(ArrayNode characteristics) {
        var value = characteristics
                .addObject()
                .put("name", LIMITS)
                .put("valueType", "array")
                .putArray("value");
        limits.forEach(value::add);
    }
}
