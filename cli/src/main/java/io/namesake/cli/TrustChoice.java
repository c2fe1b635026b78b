package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.TrustFile;
import io.namesake.document.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which authorities are trusted; shared by the commands that ask. */
final class TrustChoice {

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            defaultValue = "data/trust.json",
            description = "The trust store that namesake trust import fills (default: ${DEFAULT-VALUE}).")
    private Path file;

    TrustFile file() {
        return new TrustFile(file);
    }

    Path path() {
        return file;
    }

    TrustStore read() throws IOException {
        try {
            return file().read();
        } catch (DocumentUnreadable damaged) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, damaged.getMessage());
        }
    }
}
