package io.namesake.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The generator leaves out quietly what it does not understand. */
class EveryOperationTest {
    private static final Path API = Path.of("../../docs/api/openapi.json");
    private static final Path CLASSES = Path.of("target/classes/io/namesake/client");
    private static final Map<String, String> RENAMED = Map.of("KYC_Match", "match", "KYC_Fill-in", "fillIn");

    @Test
    void each_operation_of_the_description_has_a_method_of_its_name() throws Exception {
        Set<String> described = JsonMapper.shared()
                .readTree(API)
                .get("paths")
                .valueStream()
                .flatMap(path -> path.valueStream())
                .map(operation -> operation.get("operationId").asString())
                .map(id -> RENAMED.getOrDefault(id, id))
                .collect(Collectors.toSet());

        assertThat(described).hasSizeGreaterThan(150);
        assertThat(operations()).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void each_schema_of_the_description_is_a_record_but_forms_which_are_parameters() throws Exception {
        JsonNode api = JsonMapper.shared().readTree(API);
        Set<String> forms = api.get("paths")
                .valueStream()
                .flatMap(path -> path.valueStream())
                .flatMap(operation -> operation.at("/requestBody/content").propertyStream())
                .filter(content -> !content.getKey().equals("application/json"))
                .map(content -> content.getValue().at("/schema/$ref").asString())
                .collect(Collectors.toSet());
        for (String name : api.at("/components/schemas").propertyNames()) {
            if (!forms.contains("#/components/schemas/" + name)) {
                assertThat(Class.forName("io.namesake.client.model." + name).isRecord())
                        .as(name)
                        .isTrue();
            }
        }
    }

    private static Set<String> operations() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Api.class"))
                    .flatMap(name -> Stream.of(load(name.replace(".class", "")).getDeclaredMethods()))
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("io.namesake.client." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
