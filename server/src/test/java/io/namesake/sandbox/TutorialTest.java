package io.namesake.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.TestHttp;
import io.namesake.TestOperator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tutorial's commands do what it says: those of its blocks {@code sh} run one after the other in one shell, and what its blocks
 * {@code text} show is what they print, but for ids and times.
 */
@NamesakeSandbox
class TutorialTest {
    private static final Path PAGE = Path.of("..", "site", "pages", "tutorials", "first-line.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String MARK = "--- next block";

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void every_command_of_the_tutorial_prints_what_the_tutorial_shows() throws Exception {
        var blocks = BLOCK.matcher(Files.readString(PAGE)).results().toList();
        assertThat(blocks).hasSizeGreaterThan(10);
        // The page's own server and key are set in its first block, which starts it; the test's take their place.
        var script = blocks.stream()
                .map(block -> block.group(1).equals("sh") ? block.group(2) : "echo '" + MARK + "'\n")
                .collect(Collectors.joining("\n", "NAMESAKE=" + http.address() + "\nKEY=" + newOperator() + "\n", ""));
        assertThat(shown(printed(script)))
                .isEqualTo(shown(blocks.stream()
                        .filter(block -> block.group(1).equals("text"))
                        .map(block -> block.group(2) + MARK + "\n")
                        .collect(Collectors.joining())));
    }

    /** The key of an operator with no other cases for its reviewer than the tutorial's. */
    private String newOperator() {
        return TestOperator.another(jdbc, UUID.randomUUID(), "Tutorial Telecom");
    }

    private String printed(String script) throws IOException, InterruptedException {
        var file = folder.resolve("tutorial.sh");
        Files.writeString(file, "set -euo pipefail\n" + script);
        var output = folder.resolve("output.txt");
        var shell = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            shell.destroyForcibly();
        }
        return Files.readString(output);
    }

    /** Without empty lines, and with one word for each id and time. */
    private static String shown(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID"))
                .map(line -> line.replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "TIME"))
                .collect(Collectors.joining("\n"));
    }
}
