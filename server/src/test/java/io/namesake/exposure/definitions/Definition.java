package io.namesake.exposure.definitions;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One OpenAPI document, and whether an exchange is as it says. */
final class Definition {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TYPE = "application/json";
    /** The lists of errors are not exhaustive, as each definition says: what any API may answer (CAMARA_common.yaml). */
    private static final Set<Integer> OF_ANY = Set.of(401, 403, 404, 405, 406, 413, 415, 422, 429, 500, 503);

    private final JsonNode document;
    private final String id;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> known = new HashMap<>();
    /** Pointers to operations, by method and path. */
    private final Map<String, String> operations = new TreeMap<>();

    /**
     * @param id a URI of its own
     * @param root what stands before its paths on our server
     */
    Definition(JsonNode document, String id, Dialect dialect, String root) {
        this.document = document;
        this.id = id;
        var formats =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        schemas = SchemaRegistry.withDialect(
                dialect,
                builder ->
                        builder.schemaRegistryConfig(formats).schemas(Map.of(id, JSON.writeValueAsString(document))));
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().has("responses")) {
                    operations.put(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + root + path.getKey(),
                            "/paths/" + escaped(path.getKey()) + "/" + operation.getKey());
                }
            }
        }
    }

    /** Method and path of each operation that lies under {@code /camara/}. */
    Set<String> operations() {
        var under = new java.util.TreeSet<>(operations.keySet());
        under.removeIf(operation -> !operation.contains(" /camara/"));
        return under;
    }

    String version() {
        return document.at("/info/version").asString();
    }

    /** What is not as it says; empty when all is. Nothing is said of requests that were rightly refused. */
    List<String> faults(Exchange exchange) {
        var operation = operations.get(exchange.method() + " " + exchange.path());
        var faults = new ArrayList<String>();
        if (exchange.status() < 300) {
            check(operation + "/requestBody", exchange.request(), "request", faults);
        }
        var response = Optional.of(operation + "/responses/" + exchange.status())
                .filter(pointer -> !document.at(pointer).isMissingNode())
                .or(() -> Optional.of(operation + "/responses/default")
                        .filter(pointer -> !document.at(pointer).isMissingNode()));
        if (response.isPresent()) {
            check(response.get(), exchange.answer(), "answer " + exchange.status(), faults);
        } else if (OF_ANY.contains(exchange.status())) {
            validate("/components/schemas/ErrorInfo", exchange.answer(), "answer " + exchange.status(), faults);
        } else {
            faults.add("answers " + exchange.status() + ", which is not defined");
        }
        if (exchange.type() == null || !exchange.type().startsWith(TYPE)) {
            faults.add("answers " + exchange.type());
        }
        if (exchange.correlator() != null
                && exchange.correlator().matches("[a-zA-Z0-9-_:;./<>{}]{0,256}")
                && !exchange.correlator().equals(exchange.answeredCorrelator())) {
            faults.add("does not give x-correlator back");
        }
        return faults;
    }

    private void check(String pointer, String body, String what, List<String> faults) {
        var place = resolved(pointer);
        var content = document.at(place + "/content/" + escaped(TYPE) + "/schema");
        if (content.isMissingNode()) {
            if (!body.isEmpty()) {
                faults.add(what + " has a body, which is not defined");
            }
            return;
        }
        validate(place + "/content/" + escaped(TYPE) + "/schema", body, what, faults);
    }

    private void validate(String pointer, String body, String what, List<String> faults) {
        JsonNode read;
        try {
            read = JSON.readTree(body);
        } catch (JacksonException e) {
            faults.add(what + " is no JSON");
            return;
        }
        known.computeIfAbsent(pointer, at -> schemas.getSchema(SchemaLocation.of(id + "#" + at)))
                .validate(read)
                .forEach(error -> faults.add(what + " " + error));
    }

    private String resolved(String pointer) {
        @Nullable String reference = document.at(pointer).path("$ref").asString(null);
        return reference == null ? pointer : resolved(reference.substring(1));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
