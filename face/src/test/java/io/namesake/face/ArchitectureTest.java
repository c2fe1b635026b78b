package io.namesake.face;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.engine.network.Matcher;
import io.namesake.face.engine.network.Template;
import java.io.Serializable;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promise 1, one to one, as far as this library can keep it: no embedding gets out, and no operation takes a gallery. */
class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.namesake.face");

    private static final Set<String> NUMBERS_IN_BULK =
            Set.of("[F", "[[F", "[D", "[[D", "java.nio.FloatBuffer", "java.nio.DoubleBuffer", "java.nio.ByteBuffer");

    @Test
    void no_public_member_shows_numbers_that_could_be_an_embedding() {
        assertThat(visibleTypes().filter(mention(ArchitectureTest::isBulkOfNumbers)))
                .isEmpty();
    }

    @Test
    void no_public_member_shows_a_tensor() {
        assertThat(visibleTypes().filter(mention(type -> type.getPackageName().startsWith("ai.onnxruntime"))))
                .isEmpty();
    }

    @Test
    void only_the_network_package_sees_tensors() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.namesake.face.engine.network")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(LIBRARY);
    }

    @Test
    void the_door_takes_two_pictures_and_never_a_set_of_people() {
        Stream<String> parameters = LIBRARY.get(FaceVerifier.class).getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(method -> method.getRawParameterTypes().stream())
                .map(JavaClass::getName);
        assertThat(parameters)
                .containsOnly(
                        "[B",
                        Role.class.getName(),
                        FaceOptions.class.getName(),
                        // The frames of one person's one session, which are compared with its neutral frame only.
                        ChallengeRecording.class.getName());
    }

    @Test
    void templates_are_compared_in_pairs_and_never_collected_by_a_public_operation() {
        assertThat(publicCodeUnits()
                        .filter(unit -> unit.getParameterTypes().stream()
                                .anyMatch(type -> type.getAllInvolvedRawTypes().stream()
                                                .anyMatch(raw -> raw.getName().contains(Template.class.getName()))
                                        && !type.getName().equals(Template.class.getName()))))
                .isEmpty();
        assertThat(LIBRARY.get(Matcher.class).getMethods())
                .filteredOn(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getRawParameterTypes())
                        .extracting(JavaClass::getName)
                        .containsExactly(Template.class.getName(), Template.class.getName()));
    }

    @Test
    void nothing_can_be_read_from_a_template_nor_can_it_be_stored() {
        JavaClass template = LIBRARY.get(Template.class);
        assertThat(template.isAssignableTo(Serializable.class)).isFalse();
        assertThat(template.getMembers())
                .filteredOn(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(JavaMember::getName)
                .containsExactly("close");
    }

    @Test
    void the_public_packages_show_nothing_of_the_engine() {
        assertThat(visibleTypes()
                        .filter(member -> !member.owner().getPackageName().contains(".engine"))
                        .filter(mention(type -> type.getPackageName().contains(".engine"))))
                .isEmpty();
    }

    @Test
    void the_library_knows_no_framework() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.namesake.face..",
                        "java..",
                        "javax.imageio..",
                        "ai.onnxruntime..",
                        "com.twelvemonkeys..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..")
                .check(LIBRARY);
    }

    /** A public member and a type in its signature. */
    private record Visible(JavaClass owner, String member, JavaType type) {}

    private static Stream<Visible> visibleTypes() {
        Stream<Visible> units = publicCodeUnits()
                .flatMap(unit -> Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
                        .map(type -> new Visible(unit.getOwner(), unit.getFullName(), type)));
        Stream<Visible> fields = LIBRARY.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(ArchitectureTest::isVisible)
                .map((JavaField field) -> new Visible(field.getOwner(), field.getFullName(), field.getType()));
        return Stream.concat(units, fields);
    }

    private static Stream<JavaCodeUnit> publicCodeUnits() {
        return LIBRARY.stream().flatMap(type -> type.getCodeUnits().stream()).filter(ArchitectureTest::isVisible);
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        boolean open = modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
        return open && member.getOwner().getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static Predicate<Visible> mention(Predicate<JavaClass> unwanted) {
        return visible -> visible.type().getAllInvolvedRawTypes().stream().anyMatch(unwanted);
    }

    private static boolean isBulkOfNumbers(JavaClass type) {
        return NUMBERS_IN_BULK.contains(type.getName())
                || type.getName().startsWith("[F")
                || type.getName().startsWith("[D");
    }
}
