package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.namesake.access.OperatorId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Every type has a schema, and every schema a type. */
class EventCatalogueTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventCatalogue catalogue = new EventCatalogue(JSON, "https://namesake.example.net/");

    @ParameterizedTest
    @EnumSource
    void every_type_has_a_schema_whose_example_is_right_by_it(EventType type) {
        var schema = catalogue.schema(type.cloudEventType()).orElseThrow();

        assertThat(schema.get("$id").asString())
                .isEqualTo("https://namesake.example.net/schemas/events/io.namesake." + type.wireName() + ".v1.json");
        assertThat(schema.get("title").asString()).isNotBlank();
        var example = schema.get("examples").get(0);
        assertThat(schema(schema.toString()).validate(example.toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema(schema.toString()).validate("{}", InputFormat.JSON)).isNotEmpty();
        assertThat(schema.get("properties").propertyNames()).containsAll(example.propertyNames());
    }

    @Test
    void no_schema_lies_there_without_a_type() throws Exception {
        var folder = Path.of("src/main/resources/io/namesake/provisioning/webhook/schemas");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> EventType.cloudEventType(
                            file.getFileName().toString().replace(".json", ""))))
                    .containsExactlyInAnyOrderElementsOf(catalogue.schemas().keySet());
        }
    }

    @Test
    void an_event_is_written_in_the_form_of_cloud_events_and_read_again() {
        var operator = new OperatorId(UUID.randomUUID());
        var at = Instant.parse("2026-11-23T17:40:00.123456Z");
        var body = catalogue.write(operator, "evt_1", "line.activated", "subject", at, 42L, Map.of("a", "b"));

        var event = catalogue.parse(body);
        assertThat(event.specversion()).isEqualTo("1.0");
        assertThat(event.source()).isEqualTo("https://namesake.example.net/operators/" + operator.value());
        assertThat(event.type()).isEqualTo("io.namesake.line.activated.v1");
        assertThat(event.time()).isEqualTo(at);
        assertThat(event.sequence()).isEqualTo("0000000000000000042");
        assertThat(event.data()).containsEntry("a", "b");
    }

    static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }
}
