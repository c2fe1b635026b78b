package io.namesake.provisioning.activation.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The services that the sandbox holds, in TMF640's form, the oldest first. */
final class HeldServices {
    static final int MOST = 10_000;

    private final Map<String, ObjectNode> services = new LinkedHashMap<>();
    private final Map<String, Instant> changed = new LinkedHashMap<>();

    /** @return empty when it is full */
    synchronized Optional<ObjectNode> add(ObjectNode wanted, String path, Instant now) {
        if (services.size() == MOST) {
            return Optional.empty();
        }
        var id = UUID.randomUUID().toString();
        var service = wanted.deepCopy().put("id", id).put("href", path + "/" + id);
        services.put(id, service);
        changed.put(id, now);
        return Optional.of(service.deepCopy());
    }

    /** As a merge patch (RFC 7396) of the first level; a service keeps its id. @return empty when there is none */
    synchronized Optional<ObjectNode> change(String id, ObjectNode patch, Instant now) {
        var service = services.get(id);
        if (service == null) {
            return Optional.empty();
        }
        patch.properties().stream()
                .filter(member ->
                        !member.getKey().equals("id") && !member.getKey().equals("href"))
                .forEach(member -> {
                    if (member.getValue().isNull()) {
                        service.remove(member.getKey());
                    } else {
                        service.set(member.getKey(), member.getValue().deepCopy());
                    }
                });
        changed.put(id, now);
        return Optional.of(service.deepCopy());
    }

    synchronized boolean remove(String id) {
        changed.remove(id);
        return services.remove(id) != null;
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(services.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized List<ObjectNode> all(Predicate<ObjectNode> which) {
        return services.values().stream()
                .filter(which)
                .map(ObjectNode::deepCopy)
                .toList();
    }

    synchronized Optional<Instant> changedAt(String id) {
        return Optional.ofNullable(changed.get(id));
    }

    /** A characteristic as text; empty where there is none. */
    static String characteristic(JsonNode service, String name) {
        return StreamSupport.stream(service.path("serviceCharacteristic").spliterator(), false)
                .filter(one -> one.path("name").asString("").equals(name))
                .map(one -> one.path("value"))
                .map(value -> value.isString() ? value.asString() : value.toString())
                .findFirst()
                .orElse("");
    }
}
