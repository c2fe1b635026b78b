package io.namesake.provisioning.tmforum;

import io.namesake.provisioning.webhook.EndpointForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notification in TMF630's form.
 *
 * @param form of which API
 * @param type its name
 * @param id always the same for the same happening
 * @param at when it happened
 */
record Notification(EndpointForm form, String type, UUID id, Instant at) {

    /** @param source what the notification is of: the same for the same happening */
    static Notification of(EndpointForm form, String type, String source, Instant at) {
        return new Notification(
                form, type, UUID.nameUUIDFromBytes((type + "/" + source).getBytes(StandardCharsets.UTF_8)), at);
    }

    /** @param name of the resource in the event */
    String body(String name, ObjectNode resource) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("eventId", id.toString())
                .put("eventTime", at.toString())
                .put("eventType", type)
                .put("@type", type);
        body.putObject("event").set(name, resource);
        return body.toString();
    }
}
