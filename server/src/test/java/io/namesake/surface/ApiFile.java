package io.namesake.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations of {@code docs/api/openapi.json}, for tests that walk all of them. */
final class ApiFile {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode file;

    private ApiFile(JsonNode file) {
        this.file = file;
    }

    static ApiFile read() {
        try {
            return new ApiFile(JsonMapper.shared().readTree(Files.readString(Path.of("../docs/api/openapi.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One operation.
     *
     * @param query names of its query parameters
     * @param mediaType of its body, or null where it takes none
     * @param schema of its body
     */
    record Operation(
            String method,
            String path,
            List<String> query,
            @Nullable String mediaType,
            @Nullable JsonNode schema) {

        /** As the policy names it. */
        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean takesJson() {
            return "application/json".equals(mediaType);
        }
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        file.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method ->
                                operation(method, path.getKey(), path.getValue().get(method)))
                        .forEach(all::add));
        return all;
    }

    private static Operation operation(String method, String path, JsonNode described) {
        var query = Stream.of(described.path("parameters"))
                .flatMap(JsonNode::valueStream)
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
        var body = described.path("requestBody").path("content").properties().stream()
                .findFirst();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                query,
                body.map(Map.Entry::getKey).orElse(null),
                body.map(content -> content.getValue().get("schema")).orElse(null));
    }

    /**
     * A body that fits a schema: examples, the first of each list, the least of each number.
     *
     * @param values what members of these names are to be; null leaves one out
     */
    Object body(JsonNode schema, Map<String, ? extends @Nullable Object> values) {
        var resolved = resolved(schema);
        if (resolved.has("properties")) {
            var object = new LinkedHashMap<String, Object>();
            resolved.get("properties").properties().forEach(member -> {
                if (values.containsKey(member.getKey())) {
                    Optional.ofNullable(values.get(member.getKey()))
                            .ifPresent(value -> object.put(member.getKey(), value));
                } else {
                    object.put(member.getKey(), body(member.getValue(), values));
                }
            });
            return object;
        }
        return value(resolved, values);
    }

    private Object value(JsonNode schema, Map<String, ? extends @Nullable Object> values) {
        if (schema.has("example") && !schema.get("example").isNull()) {
            return schema.get("example");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0).asString();
        }
        return switch (type(schema)) {
            case "integer", "number" -> schema.path("minimum").asInt(1);
            case "boolean" -> true;
            case "array" -> List.of(body(schema.get("items"), values));
            case "object" -> Map.of();
            default ->
                switch (schema.path("format").asString("")) {
                    case "uuid" -> "00000000-0000-4000-8000-000000000000";
                    case "date" -> "2000-02-29";
                    case "date-time" -> "2026-01-02T03:04:05Z";
                    default -> "text";
                };
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("string");
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            var name = schema.get("$ref").asString();
            return file.get("components").get("schemas").get(name.substring(name.lastIndexOf('/') + 1));
        }
        for (var choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return schema.get(choice)
                        .valueStream()
                        .filter(one -> !one.path("type").asString("").equals("null"))
                        .findFirst()
                        .map(this::resolved)
                        .orElse(schema);
            }
        }
        return schema;
    }
}
