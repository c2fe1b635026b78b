package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.namesake.NamesakeDemo;
import io.namesake.TestHttp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed description of the events is the one that the server gives. After a change, write it anew with
 * {@code ./mvnw -pl server -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=AsyncApiTest -Dnamesake.openapi.write=true}. That it is AsyncAPI by AsyncAPI's own schema,
 * {@code portal/build/asyncapi.mjs} checks.
 */
@NamesakeDemo
class AsyncApiTest {
    private static final Path COMMITTED = Path.of("..", "docs", "api", "asyncapi.json");
    private static final String WRITTEN_HERE = "https://namesake.example.net";

    @Autowired
    TestHttp http;

    @Test
    void the_committed_description_is_the_one_that_the_server_gives() throws Exception {
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        var given = json.writerWithDefaultPrettyPrinter().writeValueAsString(description()) + "\n";
        if (Boolean.getBoolean("namesake.openapi.write")) {
            Files.writeString(COMMITTED, given);
        }
        assertThat(given).isEqualToNormalizingNewlines(Files.readString(COMMITTED));
    }

    @Test
    void every_reference_leads_somewhere() {
        var description = description();

        var references = references(description, new ArrayList<>());

        assertThat(references).hasSizeGreaterThan(EventType.values().length);
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void every_type_is_told_over_both_ways_and_its_example_is_right_by_its_payload() {
        var description = description();
        var definitions = description.get("components").get("schemas");

        for (var type : EventType.values()) {
            var name = type.cloudEventType();
            assertThat(description.at("/channels/webhook/messages").has(name))
                    .as(name)
                    .isTrue();
            assertThat(description.at("/channels/kafka/messages").has(name))
                    .as(name)
                    .isTrue();
            var message = description.at("/components/messages/" + name);
            var schema = (ObjectNode) message.get("payload").deepCopy();
            schema.putObject("components").set("schemas", definitions);
            var example = message.at("/examples/0/payload");
            assertThat(EventCatalogueTest.schema(schema.toString()).validate(example.toString(), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
            assertThat(EventCatalogueTest.schema(schema.toString()).validate("{}", InputFormat.JSON))
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void the_description_names_no_machine() {
        assertThat(description().toString()).contains(WRITTEN_HERE).doesNotContain("localhost");
    }

    private static List<String> references(JsonNode node, List<String> found) {
        if (node.has("$ref")) {
            found.add(node.get("$ref").asString());
        }
        node.forEach(child -> references(child, found));
        return found;
    }

    private JsonNode description() {
        return http.anyone()
                .get()
                .uri("/v3/async-api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
