package io.namesake.cli;

import io.namesake.face.FaceOptions;
import io.namesake.face.Role;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The two pictures that are compared; shared by the commands that take them. */
final class TwoPictures {

    @Option(
            names = "--document",
            required = true,
            paramLabel = "FILE",
            description = "A picture of the document or of its portrait (JPEG, PNG or WebP); verify also takes a chip.")
    private Path document;

    @Option(names = "--selfie", required = true, paramLabel = "FILE", description = "A picture of the person.")
    private Path selfie;

    /** What each picture's file is called. */
    Map<Role, String> files() {
        return Map.of(Role.DOCUMENT, document.toString(), Role.SELFIE, selfie.toString());
    }

    byte[] document(CommandSpec spec, FaceOptions options) {
        return InputFile.read(
                spec, "--document", document, options.imageLimits().maxBytes());
    }

    byte[] selfie(CommandSpec spec, FaceOptions options) {
        return InputFile.read(spec, "--selfie", selfie, options.imageLimits().maxBytes());
    }
}
