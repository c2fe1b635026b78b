package io.namesake.modelbuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code ModelBuilder NODE_MODULES SOURCES TARGET RECORD}: writes the networks, {@code models.json}, the calibration, the model card, the
 * packages' licences and the sample pictures into TARGET. SOURCES holds what is committed: {@code manifest.json} (the pins),
 * {@code models.json} (without its hashes), {@code calibration.json}, {@code attacks.json}, {@code samples.json} (which cut of which picture) and
 * {@code MODEL-CARD.md}.
 * RECORD is the file that remembers the last build, so that an unchanged one is skipped.
 *
 * <p>Exit codes: 0 done, 64 wrong usage, 65 a file is not the one that was pinned.
 */
public final class ModelBuilder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path sources;
    private final Manifest manifest;
    private final Packages packages;

    ModelBuilder(Path nodeModules, Path sources, Manifest manifest) {
        this.sources = sources;
        this.manifest = manifest;
        this.packages = new Packages(nodeModules, manifest);
    }

    public static void main(String... arguments) throws IOException {
        if (arguments.length != 4) {
            System.err.println("Usage: ModelBuilder NODE_MODULES SOURCES TARGET RECORD");
            System.exit(64);
        }
        Path sources = Path.of(arguments[1]);
        Program.run(
                sources,
                Path.of(arguments[2]),
                Path.of(arguments[3]),
                pins -> new ModelBuilder(Path.of(arguments[0]), sources, pins).build());
    }

    /**
     * Makes every file, by its name below the target; writes nothing.
     *
     * @throws PinMismatchException when a file read or made is not the one that was pinned
     */
    Map<String, byte[]> build() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (NetworkRecipe recipe : NetworkRecipe.ALL) {
            files.put(recipe.file(), recipe.make(packages));
        }
        manifest.checkOutputs(files);
        files.put("models.json", descriptor());
        files.put("calibration.json", Files.readAllBytes(sources.resolve("calibration.json")));
        files.put("attacks.json", Files.readAllBytes(sources.resolve("attacks.json")));
        files.put("MODEL-CARD.md", Files.readAllBytes(sources.resolve("MODEL-CARD.md")));
        files.put(
                "licences/faceplugin-face-recognition-js.txt", packages.read("faceplugin-face-recognition-js/LICENSE"));
        files.put("licences/vladmandic-face-api.txt", packages.read("@vladmandic/face-api/LICENSE"));
        files.putAll(SamplePictures.read(sources.resolve("samples.json")).cutFrom(packages));
        return files;
    }

    private byte[] descriptor() {
        ObjectNode descriptor = (ObjectNode) JSON.readTree(sources.resolve("models.json"));
        descriptor
                .withArray("networks")
                .forEach(network -> ((ObjectNode) network)
                        .put(
                                "sha256",
                                manifest.outputs().get(network.get("file").asString())));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(descriptor);
    }
}
