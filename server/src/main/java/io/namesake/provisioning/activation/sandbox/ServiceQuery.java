package io.namesake.provisioning.activation.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a collection is asked for (TMF630, part 1).
 *
 * @param filters by members of the first level that are text
 */
record ServiceQuery(int offset, int limit, Set<String> fields, Map<String, String> filters) {
    private static final int MOST = 1_000;
    private static final Set<String> ALWAYS = Set.of("id", "href", "@type");

    /** What is no number counts as if it were not there. */
    static ServiceQuery of(HttpExchange exchange) {
        var given = new LinkedHashMap<String, String>();
        var query = exchange.getRequestURI().getRawQuery();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            var parts = pair.split("=", 2);
            given.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        var offset = number(given.remove("offset"), 0);
        var limit = number(given.remove("limit"), MOST);
        var fields = given.remove("fields");
        return new ServiceQuery(
                offset,
                Math.min(limit, MOST),
                fields == null ? Set.of() : new HashSet<>(List.of(fields.split(","))),
                given);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    boolean fits(ObjectNode resource) {
        return filters.entrySet().stream()
                .allMatch(filter ->
                        filter.getValue().equals(resource.path(filter.getKey()).asString("")));
    }

    /** Only the members that were asked for. */
    ObjectNode selected(ObjectNode resource) {
        if (!fields.isEmpty()) {
            resource.retain(resource.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> fields.contains(name) || ALWAYS.contains(name))
                    .toList());
        }
        return resource;
    }
}
