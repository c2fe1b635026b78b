package io.namesake.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.namesake.registry.CampaignLines;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holders;
import io.namesake.registry.Holdings;
import io.namesake.registry.LostLines;
import io.namesake.registry.Organisations;
import io.namesake.registry.Transfers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promise 5 where lines change hands: operators and staff see lines and cases, and never which lines a person has. */
class NobodyElseSeesAPersonsLinesTest {
    private static final List<String> OF_OPERATORS_AND_STAFF =
            List.of("/v1/transfers", "/v1/lines", "/v1/organisations");
    private static final Set<String> WHO = Set.of(
            "holder",
            "holderId",
            "giver",
            "giverId",
            "receiver",
            "receiverId",
            "representativeId",
            "familyName",
            "givenNames",
            "name",
            "birthDate",
            "documentNumber");
    private static final Set<String> LINES = Set.of("line", "lines", "lineId", "transfers");

    private static JsonNode api;

    @BeforeAll
    static void read() throws Exception {
        api = JsonMapper.shared().readTree(Files.readString(Path.of("..", "docs", "api", "openapi.json")));
    }

    @Test
    void no_answer_to_an_operator_or_to_staff_names_a_person_beside_a_line() {
        int seen = 0;
        for (var path : api.get("paths").properties()) {
            if (OF_OPERATORS_AND_STAFF.stream().anyMatch(path.getKey()::startsWith)) {
                for (var operation : path.getValue()) {
                    var members = new HashSet<String>();
                    collectMembers(operation.path("responses"), members, new HashSet<>());
                    seen++;
                    if (LINES.stream().anyMatch(members::contains)) {
                        assertThat(members).as(path.getKey()).doesNotContainAnyElementsOf(WHO);
                    }
                }
            }
        }
        assertThat(seen).as("the operations are found at all").isGreaterThan(9);
    }

    @Test
    void nothing_is_asked_for_by_a_person() {
        for (var path : api.get("paths").properties()) {
            if (OF_OPERATORS_AND_STAFF.stream().anyMatch(path.getKey()::startsWith)) {
                for (var operation : path.getValue()) {
                    assertThat(operation.path("parameters").valueStream())
                            .as(path.getKey())
                            .noneMatch(parameter ->
                                    WHO.contains(parameter.get("name").asString()));
                }
            }
        }
    }

    @Test
    void what_shows_a_persons_transfers_and_organisations_is_for_that_persons_own_view() {
        for (var type : List.of(Transfers.class, LostLines.class, Organisations.class)) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.namesake.mylines..", "io.namesake.registry..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(type)
                    .check(new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPackages("io.namesake"));
        }
    }

    /** No door of one to many: whoever asks with a holder's consent names one number and hears of that line alone. */
    @Test
    void others_name_one_number_and_hear_of_one_line() {
        int seen = 0;
        for (var path : api.get("paths").properties()) {
            if (path.getKey().startsWith("/camara/")) {
                for (var operation : path.getValue()) {
                    seen++;
                    assertThat(operation.path("parameters").size())
                            .as(path.getKey())
                            .isZero();
                    var asked = new HashSet<String>();
                    // One that asks for nothing is about the line of its token.
                    if (operation.has("requestBody")) {
                        collectMembers(operation.get("requestBody"), asked, new HashSet<>());
                        assertThat(asked)
                                .as(path.getKey())
                                .contains("phoneNumber")
                                .doesNotContainAnyElementsOf(LINES);
                    }
                    assertThat(operation.get("responses").get("200").toString())
                            .as(path.getKey())
                            .doesNotContain("\"array\"");
                }
            }
        }
        assertThat(seen).as("the operations are found at all").isEqualTo(8);
    }

    @Test
    void whoever_answers_others_cannot_ask_for_a_persons_lines() {
        for (var type : List.of(Holdings.class, CampaignLines.class)) {
            noClasses()
                    .that()
                    .resideInAPackage("io.namesake.exposure..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(type)
                    .check(new ClassFileImporter()
                            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                            .importPackages("io.namesake"));
        }
        noClasses()
                .that()
                .resideInAPackage("io.namesake.exposure..")
                .should()
                .callMethod(Holders.class, "recognise", HolderDetails.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.namesake"));
    }

    private static void collectMembers(JsonNode node, Set<String> members, Set<String> seen) {
        var reference = node.path("$ref").asString("");
        var target = reference.isEmpty() || !seen.add(reference) ? node : api.at(reference.substring(1));
        if (target.path("properties").isObject()) {
            target.get("properties").propertyNames().forEach(members::add);
        }
        target.valueStream().forEach(child -> collectMembers(child, members, seen));
    }
}
