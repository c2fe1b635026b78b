package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every type of event with the schema of its data, and how an event is put into the form of CloudEvents. */
@Component
class EventCatalogue {
    /** What asks an endpoint whether it wants to be told; nobody subscribes to it. */
    static final String CHALLENGE = "webhook.verification";

    static final String SCHEMAS = "/schemas/events/";

    private final JsonMapper json;
    private final String publicUrl;
    /** By the CloudEvent's type. */
    private final Map<String, ObjectNode> schemas = new LinkedHashMap<>();

    /** @throws IllegalStateException when a type has no schema */
    EventCatalogue(JsonMapper json, @Value("${namesake.public-url}") String publicUrl) {
        this.json = json;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        Stream.concat(Arrays.stream(EventType.values()).map(EventType::wireName), Stream.of(CHALLENGE))
                .forEach(name -> schemas.put(EventType.cloudEventType(name), read(name)));
    }

    private ObjectNode read(String name) {
        try (var file = EventCatalogue.class.getResourceAsStream("schemas/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("The event " + name + " has no schema");
            }
            var schema = json.createObjectNode();
            schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.put("$id", schemaUrl(EventType.cloudEventType(name)));
            schema.setAll((ObjectNode) json.readTree(file));
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schemas by the CloudEvent's type, in the order of the catalogue. */
    Map<String, ObjectNode> schemas() {
        var copy = new LinkedHashMap<String, ObjectNode>();
        schemas.forEach((type, schema) -> copy.put(type, schema.deepCopy()));
        return copy;
    }

    Optional<ObjectNode> schema(String cloudEventType) {
        return Optional.ofNullable(schemas.get(cloudEventType)).map(ObjectNode::deepCopy);
    }

    /**
     * An event as it is sent.
     *
     * @param name the type's {@link EventType#wireName}
     * @param number its place among the operator's events; null where it has none
     * @param data in the order in which it is to be written
     */
    String write(
            OperatorId operator,
            String id,
            String name,
            String subject,
            Instant at,
            @Nullable Long number,
            Map<String, ?> data) {
        var type = EventType.cloudEventType(name);
        return json.writeValueAsString(new CloudEvent(
                CloudEvent.SPECVERSION,
                id,
                publicUrl + "/operators/" + operator.value(),
                type,
                subject,
                at,
                CloudEvent.JSON,
                schemaUrl(type),
                number == null ? null : CloudEvent.sequence(number),
                new LinkedHashMap<>(data)));
    }

    CloudEvent parse(String body) {
        return json.readValue(body, CloudEvent.class);
    }

    private String schemaUrl(String cloudEventType) {
        return publicUrl + SCHEMAS + cloudEventType + ".json";
    }
}
