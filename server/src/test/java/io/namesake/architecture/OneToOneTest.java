package io.namesake.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.namesake.registry.Holdings;
import jakarta.servlet.http.Part;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Promise 1 in the code: a face is compared only with the portrait of one's own document, and no template leaves the library. */
class OneToOneTest {
    private static final Set<String> NUMBERS_IN_ROWS = Set.of("[F", "[D", "[[F", "[[D");

    private static final JavaClasses NAMESAKE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.namesake");

    @Test
    void only_the_application_module_uses_the_face_library() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.namesake.application.internal", "io.namesake.face..", "io.namesake.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.namesake.face..")
                .check(NAMESAKE);
    }

    /** Whoever signs in, whoever runs a network, whoever asks for a bank: none of these APIs has a way for a picture to come in. */
    @Test
    void what_is_for_networks_banks_and_staff_takes_no_upload_and_reaches_no_evidence() {
        noClasses()
                .that()
                .resideInAnyPackage("io.namesake.exposure..", "io.namesake.provisioning..", "io.namesake.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web.multipart..", "io.namesake.reading..", "io.namesake.document..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Part.class)
                .check(NAMESAKE);
    }

    /** Promise 5: the lines of a person are asked for by that person's own view, and by nothing else. */
    @Test
    void only_a_persons_own_view_asks_for_the_lines_of_a_person() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.namesake.mylines..", "io.namesake.registry..")
                .should()
                .callMethod(Holdings.class, "of", UUID.class)
                .orShould()
                .callMethod(Holdings.class, "mine", UUID.class, UUID.class)
                .check(NAMESAKE);
    }

    @Test
    void nobody_outside_the_face_library_sees_its_engine_or_the_networks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.namesake.face..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.namesake.face.engine..")
                .check(NAMESAKE);
        // The networks that read print know letters and no faces.
        noClasses()
                .that()
                .resideOutsideOfPackages("io.namesake.face..", "io.namesake.document.print.ocr..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(NAMESAKE);
    }

    @Test
    void the_document_library_knows_nothing_of_faces() {
        noClasses()
                .that()
                .resideInAPackage("io.namesake.document..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.namesake.face..")
                .check(NAMESAKE);
    }

    @Test
    void the_server_never_asks_for_drawings_of_a_face() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.namesake.face..", "io.namesake.cli..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.namesake.face.Explanation")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.namesake.face.Illustration")
                .check(NAMESAKE);
    }

    @Test
    void the_face_library_gives_no_numbers_from_which_a_face_could_be_recognised() {
        var leaks = NAMESAKE.stream()
                .filter(type -> type.getPackageName().equals("io.namesake.face"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(OneToOneTest::givesNumbersInRows)
                .map(JavaMethod::getFullName)
                .collect(Collectors.toSet());
        assertThat(leaks).isEmpty();
        assertThat(NAMESAKE.contain("io.namesake.face.FaceVerifier"))
                .as("the library is among the classes that were looked at")
                .isTrue();
    }

    @Test
    void nothing_in_the_server_holds_numbers_in_rows() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                // What reads print computes on pixels, and can't see a face network (above).
                .resideOutsideOfPackages("io.namesake.face..", "io.namesake.cli..", "io.namesake.document..")
                .should()
                .haveRawType(DescribedPredicate.describe("float[] or double[]", OneToOneTest::isNumbersInRows))
                .check(NAMESAKE);
    }

    private static boolean givesNumbersInRows(JavaMethod method) {
        return isNumbersInRows(method.getRawReturnType())
                || method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> isNumbersInRows(type)
                                || type.isEquivalentTo(Float.class)
                                || type.isEquivalentTo(Double.class)
                                || type.getPackageName().equals("java.nio"));
    }

    private static boolean isNumbersInRows(JavaClass type) {
        return NUMBERS_IN_ROWS.contains(type.getName());
    }
}
