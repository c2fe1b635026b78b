package io.namesake.provisioning.activation.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** TMF640's monitors: what was answered with 202, and whether it is done. The oldest are forgotten. */
final class Monitors {
    private static final int MOST = 1_000;

    private final Map<String, ObjectNode> monitors = new LinkedHashMap<>();

    synchronized ObjectNode begin(String path, String source) {
        if (monitors.size() == MOST) {
            monitors.remove(monitors.keySet().iterator().next());
        }
        var id = UUID.randomUUID().toString();
        var monitor = JsonMapper.shared()
                .createObjectNode()
                .put("id", id)
                .put("href", path + "/" + id)
                .put("sourceHref", source)
                .put("state", "InProgress")
                .put("@type", "Monitor");
        monitors.put(id, monitor);
        return monitor.deepCopy();
    }

    synchronized void end(String id, boolean well) {
        var monitor = monitors.get(id);
        if (monitor != null) {
            monitor.put("state", well ? "Completed" : "InError");
        }
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(monitors.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized List<ObjectNode> all() {
        return monitors.values().stream().map(ObjectNode::deepCopy).toList();
    }
}
