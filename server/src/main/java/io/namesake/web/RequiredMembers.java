package io.namesake.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Says which members are always there: in answers all of them, null or not, since records are written whole; in requests all
 * that cannot be null.
 */
@Component
class RequiredMembers implements OpenApiCustomizer {
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema<?>> schemas = new TreeMap<>();
        api.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, schema));
        var requests = new HashSet<String>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .forEach(body -> collect(body.getContent(), schemas, requests));
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null && schema.getRequired() == null) {
                schema.setRequired(schema.getProperties().keySet().stream()
                        .filter(member -> !requests.contains(name)
                                || !NullableComponents.isNullable(
                                        schema.getProperties().get(member)))
                        .sorted()
                        .toList());
            }
        });
    }

    private static void collect(Content content, Map<String, Schema<?>> schemas, Set<String> found) {
        content.values().forEach(media -> collect(media.getSchema(), schemas, found));
    }

    private static void collect(Schema<?> schema, Map<String, Schema<?>> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(SCHEMAS.length());
            if (found.add(name)) {
                collect(schemas.get(name), schemas, found);
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(member -> collect(member, schemas, found));
        }
        collect(schema.getItems(), schemas, found);
    }
}
