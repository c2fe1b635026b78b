package io.namesake.provisioning.webhook;

import io.namesake.access.OpenToAnyone;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of all that is told, as AsyncAPI 3.0, made of the {@link EventCatalogue}. */
@RestController
class AsyncApi {
    private static final String MESSAGES = "#/components/messages/";
    private static final String ENVELOPE = "#/components/schemas/CloudEvent";

    private final EventCatalogue catalogue;
    private final JsonMapper json;

    AsyncApi(EventCatalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    @GetMapping("/v3/async-api-docs")
    @OpenToAnyone(because = "a description of data, and no data")
    @Hidden
    ObjectNode describe() {
        var api = json.createObjectNode();
        api.put("asyncapi", "3.0.0");
        api.putObject("info")
                .put("title", "Namesake events")
                .put("version", "v1")
                .put(
                        "description",
                        "What an operator's systems are told: CloudEvents 1.0 in JSON, signed webhooks (Standard Webhooks 1.0.0) and,"
                                + " where it is configured, Kafka. At least once: the id of an event is the same each time.")
                .putObject("license")
                .put("name", "Apache-2.0");
        api.put("defaultContentType", "application/cloudevents+json");
        var challenge = EventType.cloudEventType(EventCatalogue.CHALLENGE);
        var events = catalogue.schemas().keySet().stream()
                .filter(type -> !type.equals(challenge))
                .toList();
        channels(api.putObject("channels"), events, challenge);
        operations(api.putObject("operations"), challenge);
        var components = api.putObject("components");
        components.putObject("schemas").set("CloudEvent", envelope());
        var messages = components.putObject("messages");
        catalogue.schemas().forEach((type, schema) -> messages.set(type, message(type, schema)));
        return api;
    }

    private static void channels(ObjectNode channels, List<String> events, String challenge) {
        var webhook = channels.putObject("webhook")
                .putNull("address")
                .put("title", "An operator's endpoint")
                .put("description", "POST to the URL that the operator registered with POST /v1/webhook-endpoints");
        webhook.putObject("bindings").putObject("http");
        refer(webhook.putObject("messages"), events);
        refer((ObjectNode) webhook.get("messages"), List.of(challenge));
        var topic = channels.putObject("kafka")
                .put("address", "namesake.events")
                .put("title", "A Kafka topic")
                .put("description", "Where namesake.kafka.bootstrap-servers is set; the key is the event's subject");
        topic.putObject("bindings").putObject("kafka").put("bindingVersion", "0.5.0");
        refer(topic.putObject("messages"), events);
    }

    private static void refer(ObjectNode messages, List<String> types) {
        types.forEach(type -> messages.putObject(type).put("$ref", MESSAGES + type));
    }

    private static void operations(ObjectNode operations, String challenge) {
        operation(operations, "tellByWebhook", "webhook", "Tell an endpoint an event, until it answers with 2xx");
        operation(operations, "tellByKafka", "kafka", "Tell a topic an event, until the broker has it");
        var ask = operation(
                operations,
                "verifyEndpoint",
                "webhook",
                "Ask an endpoint whether it wants to be told; it answers {\"challenge\": \"<the same text>\"}");
        ArrayNode messages = ask.putArray("messages");
        messages.addObject().put("$ref", "#/channels/webhook/messages/" + challenge);
    }

    private static ObjectNode operation(ObjectNode operations, String name, String channel, String summary) {
        var operation = operations.putObject(name).put("action", "send").put("summary", summary);
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
        return operation;
    }

    private ObjectNode message(String type, ObjectNode schema) {
        var example = schema.path("examples").path(0).deepCopy();
        var title = schema.path("title").asString();
        var description = schema.path("description").asString();
        schema.remove(List.of("$schema", "$id", "examples"));
        var message = json.createObjectNode()
                .put("name", type)
                .put("title", title)
                .put("summary", description)
                .put("contentType", "application/cloudevents+json");
        message.set("headers", headers());
        var payload = message.putObject("payload");
        var parts = payload.putArray("allOf");
        parts.addObject().put("$ref", ENVELOPE);
        var properties = parts.addObject().put("type", "object").putObject("properties");
        properties.putObject("type").put("const", type);
        properties.set("data", schema);
        var shown = message.putArray("examples")
                .addObject()
                .put("name", "An example")
                .putObject("payload");
        shown.put("specversion", CloudEvent.SPECVERSION)
                .put("id", "evt_0b0e7a52-4f1c-4f0e-8a5a-0c3b1e5d9a11")
                .put("source", "https://namesake.example.net/operators/7d8a0c9e-3f58-4a55-9a51-0d6a4f2b8c10")
                .put("type", type)
                .put("subject", "1c9f0b6e-52c7-4a9e-9a5f-6f4d3b2a1c00")
                .put("time", "2026-11-23T17:40:00Z")
                .put("datacontenttype", CloudEvent.JSON)
                .put("dataschema", "https://namesake.example.net" + EventCatalogue.SCHEMAS + type + ".json")
                .put("sequence", CloudEvent.sequence(42));
        shown.set("data", example);
        return message;
    }

    /** Of webhooks; over Kafka only content-type is there. */
    private ObjectNode headers() {
        var headers = json.createObjectNode().put("type", "object");
        var properties = headers.putObject("properties");
        properties.putObject("webhook-id").put("type", "string").put("description", "The event's id");
        properties
                .putObject("webhook-timestamp")
                .put("type", "string")
                .put("pattern", "^[0-9]+$")
                .put("description", "When this attempt was made, in seconds since 1970");
        properties
                .putObject("webhook-signature")
                .put("type", "string")
                .put(
                        "description",
                        "v1, and base64 of HMAC-SHA256 over id, timestamp and body joined by dots; several with spaces");
        return headers;
    }

    private ObjectNode envelope() {
        var schema = json.createObjectNode().put("type", "object").put("description", "CloudEvents 1.0, JSON format");
        var properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", CloudEvent.SPECVERSION);
        properties.putObject("id").put("type", "string").put("minLength", 1);
        properties.putObject("source").put("type", "string").put("format", "uri-reference");
        properties.putObject("type").put("type", "string");
        properties.putObject("subject").put("type", "string");
        properties.putObject("time").put("type", "string").put("format", "date-time");
        properties.putObject("datacontenttype").put("const", CloudEvent.JSON);
        properties.putObject("dataschema").put("type", "string").put("format", "uri");
        properties.putObject("sequence").put("type", "string").put("pattern", "^[0-9]{19}$");
        properties.putObject("data").put("type", "object");
        var required = schema.putArray("required");
        List.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data")
                .forEach(required::add);
        return schema;
    }
}
