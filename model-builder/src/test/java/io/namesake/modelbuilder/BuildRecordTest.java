package io.namesake.modelbuilder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildRecordTest {

    @TempDir
    private Path folder;

    private Path target;
    private Path sources;
    private BuildRecord record;

    @BeforeEach
    void a_finished_build() throws IOException {
        target = folder.resolve("target/io");
        sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("manifest.json"), "{}");
        record = new BuildRecord(folder.resolve("built"), target, sources);
        record.write(Map.of("a.onnx", "a".getBytes(UTF_8), "samples/b.jpg", "b".getBytes(UTF_8)));
    }

    @Test
    void a_build_is_up_to_date_right_after_it_ran() throws IOException {
        assertThat(target.resolve("samples/b.jpg")).hasContent("b");
        assertThat(record.isUpToDate()).isTrue();
    }

    @Test
    void a_written_file_that_was_touched_asks_for_another_build() throws IOException {
        Files.writeString(target.resolve("a.onnx"), "x");

        assertThat(record.isUpToDate()).isFalse();
    }

    @Test
    void a_written_file_that_vanished_asks_for_another_build() throws IOException {
        Files.delete(target.resolve("samples/b.jpg"));

        assertThat(record.isUpToDate()).isFalse();
    }

    @Test
    void a_changed_source_asks_for_another_build() throws IOException {
        Files.writeString(sources.resolve("manifest.json"), "{ }");

        assertThat(record.isUpToDate()).isFalse();
    }

    @Test
    void nothing_of_the_last_build_stays_behind() throws IOException {
        record.write(Map.of("c.onnx", "c".getBytes(UTF_8)));

        assertThat(target).isDirectoryContaining("glob:**c.onnx");
        assertThat(target.resolve("a.onnx")).doesNotExist();
    }
}
