package io.namesake.modelbuilder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinsTest {

    private static final byte[] GOOD = "abc".getBytes(UTF_8);
    private static final byte[] BAD = "abd".getBytes(UTF_8);

    /** The example of FIPS 180-4. */
    private static final String HASH_OF_GOOD = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    @Test
    void a_pinned_file_is_read() throws IOException {
        Files.write(folder.resolve("net.onnx"), GOOD);

        assertThat(packages(Map.of("net.onnx", HASH_OF_GOOD)).read("net.onnx")).isEqualTo(GOOD);
    }

    @Test
    void a_changed_file_is_refused_with_both_hashes() throws IOException {
        Files.write(folder.resolve("net.onnx"), BAD);

        assertThatThrownBy(() -> packages(Map.of("net.onnx", HASH_OF_GOOD)).read("net.onnx"))
                .isInstanceOf(PinMismatchException.class)
                .hasMessageContaining("net.onnx is not the one pinned")
                .hasMessageContaining(HASH_OF_GOOD)
                .hasMessageContaining(Sha256.of(BAD));
    }

    @Test
    void a_file_that_nobody_pinned_is_refused() throws IOException {
        Files.write(folder.resolve("net.onnx"), GOOD);

        assertThatThrownBy(() -> packages(Map.of()).read("net.onnx"))
                .isInstanceOf(PinMismatchException.class)
                .hasMessageContaining("pinned SHA-256: none");
    }

    @Test
    void a_missing_file_is_named_with_what_to_do() {
        assertThatThrownBy(() -> packages(Map.of("net.onnx", HASH_OF_GOOD)).read("net.onnx"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("net.onnx")
                .hasMessageContaining("npm ci --ignore-scripts");
    }

    @Test
    void every_changed_output_is_named_at_once() {
        Manifest manifest = new Manifest(Map.of(), Map.of("a.onnx", HASH_OF_GOOD, "b.onnx", HASH_OF_GOOD));

        assertThatThrownBy(() -> manifest.checkOutputs(Map.of("a.onnx", BAD, "b.onnx", BAD)))
                .isInstanceOf(PinMismatchException.class)
                .hasMessageContaining("a.onnx")
                .hasMessageContaining("b.onnx");
        assertThatCode(() -> manifest.checkOutputs(Map.of("a.onnx", GOOD))).doesNotThrowAnyException();
    }

    private Packages packages(Map<String, String> pins) {
        return new Packages(folder, new Manifest(pins, Map.of()));
    }
}
