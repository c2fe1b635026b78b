package io.namesake.modelbuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code ModelBuilder NODE_MODULES SOURCES TARGET}: writes the networks, {@code models.json}, the model card and the sample
 * pictures into TARGET. SOURCES holds what is committed: {@code manifest.json}, {@code models.json} without its hashes,
 * and {@code MODEL-CARD.md}.
 */
public final class ModelBuilder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Packages packages;
    private final Manifest manifest;
    private final Path sources;
    private final Path target;

    ModelBuilder(Path nodeModules, Path sources, Path target) {
        this.manifest = JSON.readValue(sources.resolve("manifest.json"), Manifest.class);
        this.packages = new Packages(nodeModules, manifest);
        this.sources = sources;
        this.target = target;
    }

    public static void main(String... arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: ModelBuilder NODE_MODULES SOURCES TARGET");
            System.exit(64);
        }
        try {
            new ModelBuilder(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).build();
        } catch (PinMismatchException e) {
            System.err.println(e.getMessage());
            System.exit(65);
        }
    }

    void build() throws IOException {
        Map<String, byte[]> networks = new LinkedHashMap<>();
        for (NetworkRecipe recipe : NetworkRecipe.ALL) {
            networks.put(recipe.file(), recipe.make(packages));
        }
        manifest.checkOutputs(networks);
        Files.createDirectories(target);
        for (Map.Entry<String, byte[]> network : networks.entrySet()) {
            Files.write(target.resolve(network.getKey()), network.getValue());
        }
        Files.writeString(target.resolve("models.json"), descriptor());
        Files.write(target.resolve("MODEL-CARD.md"), Files.readAllBytes(sources.resolve("MODEL-CARD.md")));
    }

    private String descriptor() {
        ObjectNode descriptor = (ObjectNode) JSON.readTree(sources.resolve("models.json"));
        descriptor
                .withArray("networks")
                .forEach(network -> ((ObjectNode) network)
                        .put(
                                "sha256",
                                manifest.outputs().get(network.get("file").asString())));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(descriptor) + "\n";
    }
}
