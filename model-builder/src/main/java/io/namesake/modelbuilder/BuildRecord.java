package io.namesake.modelbuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Remembers what the last build was made from and what it wrote, as SHA-256 of each file, so that an unchanged build costs
 * only the reading of those files.
 */
final class BuildRecord {

    private final Path record;
    private final Path target;
    private final Path sources;

    BuildRecord(Path record, Path target, Path sources) {
        this.record = record;
        this.target = target;
        this.sources = sources;
    }

    /** Whether this builder would write again exactly what lies in the target, judged by hashes alone. */
    boolean isUpToDate() throws IOException {
        List<String> last;
        try {
            last = Files.readAllLines(record);
        } catch (NoSuchFileException e) {
            return false;
        }
        return last.equals(current());
    }

    /** Replaces everything in the target by these files, then writes the record: an interrupted build leaves none. */
    void write(Map<String, byte[]> files) throws IOException {
        Files.deleteIfExists(record);
        deleteTarget();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.createDirectories(record.toAbsolutePath().getParent());
        Files.write(record, current());
    }

    private List<String> current() {
        List<String> lines = new ArrayList<>(hashes("builder", ownCode()));
        lines.addAll(hashes("source", sources));
        lines.addAll(hashes("target", target));
        return lines;
    }

    private static List<String> hashes(String kind, Path root) {
        return filesBelow(root).stream()
                .map(file -> "%s %s %s".formatted(kind, root.relativize(file), hash(file)))
                .toList();
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesBelow(Path root) {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteTarget() throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The jar or folder that this program runs from: another builder may make other files. */
    private static Path ownCode() {
        try {
            return Path.of(BuildRecord.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds an address that is not one", e);
        }
    }
}
