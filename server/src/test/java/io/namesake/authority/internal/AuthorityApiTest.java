package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.authority.Attribute;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.AuthorityQuestion.Document;
import io.namesake.authority.AuthorityQuestion.Person;
import io.namesake.authority.AuthorityQuestion.Selfie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What docs/api/authority.yaml says of a question and an answer is what is sent and understood. */
class AuthorityApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode schemas = schemas();

    @Test
    void a_question_with_everything_has_every_field_that_is_described_and_no_other() {
        var some = IdentityAuthorityContract.question();
        var everything = new AuthorityQuestion(
                some.operator(),
                some.applicationId(),
                some.consent(),
                new Document(Optional.of("UTO"), "1", some.document().expiry()),
                new Person("A", "B", some.person().birth(), Optional.of("F"), Optional.of("甲"), Optional.of("2")),
                Optional.of(new Selfie(new byte[] {1}, Instant.EPOCH)));
        same(schemas.path("Question"), JSON.valueToTree(QuestionJson.of(everything, Instant.EPOCH)));
    }

    @Test
    void a_question_with_the_least_has_every_field_that_is_required() {
        var some = IdentityAuthorityContract.question();
        var least = new AuthorityQuestion(
                some.operator(),
                some.applicationId(),
                some.consent(),
                new Document(Optional.empty(), "1", Optional.empty()),
                new Person("", "B", some.person().birth(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty());
        required(schemas.path("Question"), JSON.valueToTree(QuestionJson.of(least, Instant.EPOCH)));
    }

    @Test
    void every_attribute_that_can_differ_is_described() {
        var described = schemas.at("/Answer/properties/differs/items/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        assertThat(described)
                .isEqualTo(Arrays.stream(Attribute.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    private static void same(JsonNode schema, JsonNode value) {
        assertThat(names(value)).isEqualTo(names(schema.path("properties")));
        for (var name : names(value)) {
            if (value.path(name).isObject()) {
                same(schema.path("properties").path(name), value.path(name));
            }
        }
    }

    private static void required(JsonNode schema, JsonNode value) {
        assertThat(names(value))
                .containsAll(schema.path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        for (var name : names(value)) {
            if (value.path(name).isObject()) {
                required(schema.path("properties").path(name), value.path(name));
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    private static JsonNode schemas() {
        try {
            return YAMLMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(Path.of("..", "docs", "api", "authority.yaml")))
                    .at("/components/schemas");
        } catch (java.io.IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
