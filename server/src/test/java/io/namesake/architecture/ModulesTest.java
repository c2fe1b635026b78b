package io.namesake.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.namesake.NamesakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;

/**
 * The modules keep to their places, and the committed diagram shows them as they are. After a change, write it anew with
 * {@code ./mvnw -pl server -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ModulesTest -Dnamesake.modules.write=true}.
 */
class ModulesTest {
    private static final Path WRITTEN = Path.of("target", "modules");
    private static final Path COMMITTED = Path.of("..", "docs", "modules");
    private static final String DIAGRAM = "components.puml";

    /** The libraries are no modules of the server. */
    private static final ApplicationModules MODULES = ApplicationModules.of(
            NamesakeServer.class,
            JavaClass.Predicates.resideInAnyPackage(
                    "io.namesake.face..", "io.namesake.document..", "io.namesake.models.."));

    @Test
    void every_module_uses_only_what_it_may_and_there_are_no_cycles() {
        MODULES.verify();
    }

    @Test
    void every_module_is_named_for_what_it_owns() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("access", "application", "audit", "decision", "privacy", "registry");
    }

    @Test
    void the_committed_diagram_shows_the_modules_as_they_are() throws IOException {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(WRITTEN.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramStyle.UML));
        var drawn = inOrder(Files.readString(WRITTEN.resolve(DIAGRAM)));
        if (Boolean.getBoolean("namesake.modules.write")) {
            Files.createDirectories(COMMITTED);
            Files.writeString(COMMITTED.resolve(DIAGRAM), drawn);
        }
        // Modulith writes the lines in another order each time.
        assertThat(drawn.lines()).containsExactlyInAnyOrderElementsOf(Files.readAllLines(COMMITTED.resolve(DIAGRAM)));
    }

    /** The documenter draws the same boxes and arrows in another order each time. */
    private static String inOrder(String diagram) {
        var lines = new ArrayList<>(diagram.lines().toList());
        for (var kind : List.of("  component ", "NamesakeServer.NamesakeServer.")) {
            var first = IntStream.range(0, lines.size())
                    .filter(number -> lines.get(number).startsWith(kind))
                    .findFirst()
                    .orElseThrow();
            var all = lines.stream()
                    .filter(line -> line.startsWith(kind))
                    .sorted()
                    .toList();
            lines.removeIf(line -> line.startsWith(kind));
            lines.addAll(first, all);
        }
        return String.join("\n", lines) + "\n";
    }
}
