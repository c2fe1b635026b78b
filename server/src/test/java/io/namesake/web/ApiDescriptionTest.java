package io.namesake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeDemo;
import io.namesake.TestHttp;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed description of the API is the one that the server gives. After a change, write it anew with
 * {@code ./mvnw -pl server -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ApiDescriptionTest -Dnamesake.openapi.write=true}.
 */
@NamesakeDemo
class ApiDescriptionTest {
    private static final Path COMMITTED = Path.of("..", "docs", "api", "openapi.json");

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
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, given);
        }
        assertThat(given).isEqualToNormalizingNewlines(Files.readString(COMMITTED));
    }

    @Test
    void the_description_names_no_machine() {
        assertThat(description().get("servers").get(0).get("url").asString()).isEqualTo("/");
        assertThat(description().toString()).doesNotContain("localhost:");
    }

    @Test
    void every_operation_says_what_it_does_and_how_it_fails() {
        description()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    assertThat(operation.getValue().path("summary").asString(""))
                            .as("%s %s", operation.getKey(), path.getKey())
                            .isNotBlank();
                    assertThat(operation.getValue().path("operationId").asString(""))
                            .isNotBlank();
                    assertThat(operation.getValue().get("responses").has("default"))
                            .isTrue();
                }));
    }

    private JsonNode description() {
        return http.anyone()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
