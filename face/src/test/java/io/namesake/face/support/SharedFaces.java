package io.namesake.face.support;

import io.namesake.face.evaluation.LabelledPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shared test faces, which may be used but not committed; they are not on every machine. */
public final class SharedFaces {
    private SharedFaces() {}

    /** A folder of {@code shared/data/faces}, searched from the working directory upwards. */
    public static Optional<Path> folder(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data/faces").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Whether LFW's development split is there; named by {@code @EnabledIf}. */
    public static boolean lfwIsThere() {
        return folder("lfw-dev").isPresent();
    }

    /** The first genuine and the first impostor pairs of a list of LFW's development split. */
    public static List<LabelledPair> lfwPairs(String list, int ofEachKind) {
        try (Stream<String> lines = Files.lines(lfw().resolve(list))) {
            List<LabelledPair> pairs = lines.skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new LabelledPair(cells[0], cells[1], Boolean.parseBoolean(cells[2])))
                    .toList();
            return Stream.of(true, false)
                    .flatMap(kind -> pairs.stream()
                            .filter(pair -> pair.samePerson() == kind)
                            .limit(ofEachKind))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A picture that such a list names. */
    public static byte[] lfw(String picture) throws IOException {
        return Files.readAllBytes(lfw().resolve(picture));
    }

    private static Path lfw() {
        return folder("lfw-dev").orElseThrow();
    }
}
