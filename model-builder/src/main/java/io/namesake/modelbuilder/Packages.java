package io.namesake.modelbuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The unpacked npm packages. Every read is checked against the manifest, so nothing downstream can see an unknown file.
 *
 * @param directory the folder {@code node_modules}
 * @param manifest the pins
 */
record Packages(Path directory, Manifest manifest) {

    byte[] read(String path) {
        Path file = directory.resolve(path);
        try {
            byte[] content = Files.readAllBytes(file);
            manifest.checkInput(path, content);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not read " + file + "; run `npm ci --ignore-scripts` in the models folder", e);
        }
    }
}
