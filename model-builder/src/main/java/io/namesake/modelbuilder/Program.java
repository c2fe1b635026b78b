package io.namesake.modelbuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What both programs of this module do around what they build. */
final class Program {
    private Program() {}

    /** Makes every file, by its name below the target; writes nothing. */
    interface Build {
        /** @throws PinMismatchException when a file read or made is not the one that was pinned */
        Map<String, byte[]> with(Manifest manifest) throws IOException;
    }

    /**
     * Builds, unless the last build would be repeated. Ends the process with 65 when a file is not the one that was pinned.
     *
     * @param sources with {@code manifest.json}, the pins
     * @param target where the files go; what else is there is deleted
     * @param record the file that remembers the last build
     */
    static void run(Path sources, Path target, Path record, Build build) throws IOException {
        BuildRecord last = new BuildRecord(record, target, sources);
        if (last.isUpToDate()) {
            return;
        }
        System.out.println("Building the networks ...");
        try {
            last.write(build.with(pins(sources)));
        } catch (PinMismatchException e) {
            System.err.println(e.getMessage());
            System.exit(65);
        }
    }

    private static Manifest pins(Path sources) throws IOException {
        return JsonMapper.builder()
                .build()
                .readValue(Files.readAllBytes(sources.resolve("manifest.json")), Manifest.class);
    }
}
