package io.namesake.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Promise 1 in the API: no operation takes a face and gives a person. It reads the committed description, which another test
 * keeps equal to the server's.
 */
class ApiTakesAFaceAndGivesNoPersonTest {
    private static final Set<String> OF_A_PERSON = Set.of(
            "familyName",
            "givenNames",
            "name",
            "documentNumber",
            "birthDate",
            "expiryDate",
            "holder",
            "person",
            "identity",
            "subject",
            "similarity",
            "score",
            "template",
            "embedding",
            "candidates",
            "matches");

    private static JsonNode api;

    @BeforeAll
    static void read() throws Exception {
        api = JsonMapper.shared().readTree(Files.readString(Path.of("..", "docs", "api", "openapi.json")));
    }

    @Test
    void a_picture_is_taken_only_for_the_one_application_in_the_path() {
        assertThat(operationsThatTakeAPicture())
                .as("the operations that take pictures are found at all")
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(operation -> assertThat(operation.path()).startsWith("/v1/applications/{id}/"));
    }

    @Test
    void what_takes_a_picture_gives_back_nothing_of_a_person() {
        for (var operation : operationsThatTakeAPicture()) {
            var members = new HashSet<String>();
            operation.body().get("responses").forEach(answer -> collectMembers(answer, members, new HashSet<>()));
            assertThat(members).as(operation.path()).doesNotContainAnyElementsOf(OF_A_PERSON);
        }
    }

    @Test
    void what_takes_a_picture_gives_one_application_or_one_assessment_and_no_list_of_anything_found() {
        for (var operation : operationsThatTakeAPicture()) {
            var schema = operation
                    .body()
                    .at("/responses/200/content/application~1json/schema/$ref")
                    .asString();
            assertThat(schema)
                    .as(operation.path())
                    .isIn(
                            "#/components/schemas/Application",
                            "#/components/schemas/SelfieAssessment",
                            "#/components/schemas/DocumentAssessment",
                            "#/components/schemas/ChallengeResult");
        }
    }

    /** Networks, banks, programs, staff: what they send has no room for a face, not even as text under another name. */
    @Test
    void no_other_request_has_a_member_that_could_be_a_face() {
        var picture =
                Pattern.compile("face|selfie|image|picture|photo|portrait|biometric|embedding|template|frame|video");
        int seen = 0;
        for (var path : api.get("paths").properties()) {
            if (path.getKey().startsWith("/v1/applications/{id}/")) {
                continue;
            }
            for (var operation : path.getValue()) {
                seen++;
                var members = new HashSet<String>();
                collectMembers(operation.path("requestBody"), members, new HashSet<>());
                operation.path("parameters").forEach(parameter -> {
                    if (!parameter.get("in").asString().equals("path")) {
                        members.add(parameter.get("name").asString());
                    }
                });
                assertThat(members)
                        .as(path.getKey())
                        .noneMatch(member ->
                                picture.matcher(member.toLowerCase(Locale.ROOT)).find());
            }
        }
        assertThat(seen).as("the operations are found at all").isGreaterThan(100);
    }

    /**
     * A picture is given to nobody but whoever works on the one case in the path, and to the applicant whose own document it was read of; the demo's are of people who gave
     * them for it.
     */
    @Test
    void a_picture_is_given_only_for_the_one_case_in_the_path() {
        assertThat(pathsThatGiveAPicture())
                .as("the operations that give pictures are found at all")
                .contains("/v1/reviews/{id}/pictures/{picture}")
                .allMatch(path -> path.startsWith("/v1/reviews/{id}/")
                        || path.equals("/v1/applications/{id}/document/portrait")
                        || path.startsWith("/v1/demo/")
                        // A person's own data on paper: words, for that person alone.
                        || path.equals("/v1/me/export.pdf"));
    }

    private static List<String> pathsThatGiveAPicture() {
        var found = new ArrayList<String>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean gives = operation
                            .getValue()
                            .path("responses")
                            .valueStream()
                            .map(answer -> answer.path("content"))
                            .anyMatch(content ->
                                    content.propertyNames().stream().anyMatch(type -> type.startsWith("image/"))
                                            || takesBytes(content, new HashSet<>()));
                    if (gives) {
                        found.add(path.getKey());
                    }
                }));
        return found;
    }

    private record Operation(String path, JsonNode body) {}

    private static List<Operation> operationsThatTakeAPicture() {
        var found = new ArrayList<Operation>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (takesBytes(operation.getValue().path("requestBody"), new HashSet<>())) {
                        found.add(new Operation(path.getKey(), operation.getValue()));
                    }
                }));
        return found;
    }

    /** Bytes, as a file or as text: whatever could carry a picture. */
    private static boolean takesBytes(JsonNode node, Set<String> seen) {
        var target = followed(node, seen);
        if (target.has("format")
                && Set.of("binary", "byte").contains(target.get("format").asString(""))) {
            return true;
        }
        return target.valueStream().anyMatch(child -> takesBytes(child, seen));
    }

    private static void collectMembers(JsonNode node, Set<String> members, Set<String> seen) {
        var target = followed(node, seen);
        if (target.path("properties").isObject()) {
            target.get("properties").propertyNames().forEach(members::add);
        }
        target.valueStream().forEach(child -> collectMembers(child, members, seen));
    }

    private static JsonNode followed(JsonNode node, Set<String> seen) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() || !seen.add(reference) ? node : api.at(reference.substring(1));
    }
}
