package io.namesake.provisioning.activation;

import io.namesake.registry.EquipmentKind;
import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
 * @param on whether it is active; terminated otherwise, also while its number is only asked for again
 * @param limits what it must not do, by the names of {@link Limit}, in their order
 * @param sim the numbers of its SIM, as far as they are known, by the names of their characteristics: iccid, imsi, eid
 */
record WantedService(
        String name, String type, String line, boolean on, List<String> limits, SortedMap<String, String> sim) {
    private static final String LIMITS = "limits";
    private static final String CHARACTERISTICS = "serviceCharacteristic";
    static final String ACTIVE = "active";
    static final String TERMINATED = "terminated";

    static WantedService of(Line line, Map<EquipmentKind, String> sim) {
        return new WantedService(
                line.id().toString(),
                line.identifier().service().name().toLowerCase(Locale.ROOT),
                line.identifier().value(),
                line.status().isInUse(),
                line.limits().stream().sorted().map(Enum::name).toList(),
                sim.entrySet().stream()
                        .collect(Collectors.toMap(
                                number -> number.getKey().name().toLowerCase(Locale.ROOT),
                                Map.Entry::getValue,
                                (_, last) -> last,
                                TreeMap::new)));
    }

    String state() {
        return on ? ACTIVE : TERMINATED;
    }

    /** Whether the server's service stands so. What is terminated has no limits and no SIM. */
    boolean isMetBy(JsonNode service) {
        if (!service.path("state").asString("").equals(state())) {
            return false;
        }
        if (!on) {
            return true;
        }
        var limited = new TreeSet<String>();
        var texts = new HashMap<String, String>();
        for (var characteristic : service.path(CHARACTERISTICS)) {
            var value = characteristic.path("value");
            var called = characteristic.path("name").asString("");
            if (LIMITS.equals(called)) {
                value.forEach(limit -> limited.add(limit.asString("")));
            } else {
                texts.put(called, value.asString(""));
            }
        }
        return limited.equals(new TreeSet<>(limits)) && texts.entrySet().containsAll(sim.entrySet());
    }

    /** A new service. */
    ObjectNode create(JsonMapper json) {
        var service = json.createObjectNode()
                .put("name", name)
                .put("serviceType", type)
                .put("state", ACTIVE);
        service.putObject("serviceSpecification").put("id", type).put("@type", "ServiceSpecificationRef");
        putCharacteristics(service);
        return service.put("@type", "Service");
    }

    /** What is to change of one that is there. All characteristics, since a list is replaced as a whole (RFC 7396). */
    ObjectNode update(JsonMapper json) {
        var service = json.createObjectNode().put("state", state());
        if (on) {
            putCharacteristics(service);
        }
        return service;
    }

    private void putCharacteristics(ObjectNode service) {
        var characteristics = service.putArray(CHARACTERISTICS);
        putText(characteristics, "line", line);
        sim.forEach((called, number) -> putText(characteristics, called, number));
        var value = characteristics
                .addObject()
                .put("name", LIMITS)
                .put("valueType", "array")
                .putArray("value");
        limits.forEach(value::add);
    }

    private static void putText(ArrayNode characteristics, String name, String value) {
        characteristics.addObject().put("name", name).put("valueType", "string").put("value", value);
    }

    /** Without what it is about, since records end up in logs. */
    @Override
    public String toString() {
        return "WantedService[" + name + ", " + state() + "]";
    }
}
