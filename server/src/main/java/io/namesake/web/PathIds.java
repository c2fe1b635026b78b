package io.namesake.web;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.function.Supplier;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How ids in paths look, where the server reads them as text: what is no id at all gets the answer that an unknown one gets, and nobody learns the
 * difference. Whoever makes calls from the description should know the form all the same.
 */
@Configuration(proxyBeanMethods = false)
class PathIds {
    private static final List<String> UUIDS = List.of("/v1/applications/{id}", "/v1/reviews/{id}");
    private static final List<String> CREDENTIALS = List.of("/v1/me/passkeys/{id}", "/v1/staff/passkeys/{id}");
    private static final String ID = "id";
    /** Of 1023 bytes (Web Authentication Level 3, 5.8.3), as base64url. */
    private static final int LONGEST_CREDENTIAL = 1364;

    @Bean
    OpenApiCustomizer idsInPaths() {
        return api -> api.getPaths().forEach((path, item) -> {
            if (UUIDS.stream().anyMatch(path::startsWith)) {
                describe(item, () -> text().format("uuid"));
            } else if (CREDENTIALS.contains(path)) {
                describe(item, () -> text().pattern("^[A-Za-z0-9_-]+$").maxLength(LONGEST_CREDENTIAL));
            }
        });
    }

    /** All texts of the description share one schema, so what says more is a new one. */
    private static Schema<?> text() {
        Schema<Object> text = new Schema<>();
        text.addType("string");
        return text;
    }

    private static void describe(PathItem item, Supplier<Schema<?>> form) {
        item.readOperations().stream()
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getName().equals(ID))
                .forEach(parameter -> parameter.setSchema(form.get()));
    }
}
