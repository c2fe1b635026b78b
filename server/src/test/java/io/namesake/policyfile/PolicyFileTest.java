package io.namesake.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

class PolicyFileTest {
    private static final PolicyFile<Tea> TEAS = PolicyFile.of(Tea.class);

    /** A policy as small as one can be. */
    record Tea(int cups, Duration steeps) {
        Tea {
            if (cups > 9) {
                throw new IllegalArgumentException("cups must lie in 0..9");
            }
        }
    }

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read_as_it_was() {
        var tea = new Tea(2, Duration.ofMinutes(3));
        assertThat(TEAS.parse(bytes(TEAS.write(tea)))).isEqualTo(tea);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'cups: 12\nsteeps: PT3M'           | line \\d+, column \\d+: cups must lie in 0..9
            'cups: many\nsteeps: PT3M'         | line 1, column 7: .*many.*
            'cups: 2\nsugar: 1'                | line 2, column \\d+: `sugar` is not known here; known are .*cups.*
            'cups: 2\ncups: 3'                 | line 2, column \\d+: .*cups.*
            'cups: null\nsteeps: PT3M'         | line 1, column \\d+: .*null.*
            'cups: ['                          | line \\d+, column \\d+: .*
            'cups: 2\n---\ncups: 3'            | line \\d+, column \\d+: .*
            ''                                 | .+
            'null'                             | it is empty
            """)
    void a_mistake_is_told_with_its_place(String file, String message) {
        assertThatThrownBy(() -> TEAS.parse(bytes(file.replace("\\n", "\n"))))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageMatching("(?s)" + message);
    }

    @Test
    void a_file_is_read_up_to_its_bound_and_named_in_what_is_wrong() throws Exception {
        var file = folder.resolve("tea.yaml");
        Files.writeString(file, "cups: 2\nsteeps: PT3M\n");
        assertThat(read(file).cups()).isEqualTo(2);
        Files.writeString(file, "cups: 12\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("namesake.tea: file:.*tea.yaml, line \\d+, column \\d+: cups must lie in 0..9");
        Files.writeString(file, "#".repeat(70_000));
        assertThatThrownBy(() -> read(file)).hasMessageContaining("a policy has at most 65536 bytes");
        assertThatThrownBy(() -> read(folder.resolve("none.yaml")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("namesake.tea: file:.*none.yaml can't be read");
    }

    private static Tea read(Path file) {
        return TEAS.read(new DefaultResourceLoader(), "namesake.tea", file.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
