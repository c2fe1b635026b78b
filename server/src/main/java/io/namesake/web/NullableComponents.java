package io.namesake.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the API's description which members of a record can be null: those whose type says {@link Nullable} (JSpecify), and no
 * others. The generator knows older annotations only.
 */
@Component
class NullableComponents implements ModelConverter {
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        var raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            var model = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels()
                            .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                for (var component : raw.getRecordComponents()) {
                    makeNullable(model, component);
                }
            }
        }
        return resolved;
    }

    /** Whether the description says that a value can be null. */
    static boolean isNullable(Schema<?> property) {
        return (property.getTypes() != null && property.getTypes().contains(NULL))
                || (property.getAnyOf() != null
                        && property.getAnyOf().stream()
                                .anyMatch(option -> option.getTypes() != null
                                        && option.getTypes().contains(NULL)));
    }

    private static void makeNullable(Schema<?> model, RecordComponent component) {
        Schema<?> property = model.getProperties().get(component.getName());
        if (property == null
                || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || isNullable(property)) {
            return;
        }
        if (property.get$ref() == null) {
            property.addType(NULL);
            return;
        }
        // A reference cannot be null itself; the choice between it and nothing can.
        var nothing = new Schema<>();
        nothing.addType(NULL);
        var reference = new Schema<>().$ref(property.get$ref());
        var choice = new Schema<>();
        choice.setAnyOf(List.of(reference, nothing));
        choice.setDescription(property.getDescription());
        model.addProperty(component.getName(), choice);
    }
}
