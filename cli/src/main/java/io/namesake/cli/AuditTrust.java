package io.namesake.cli;

import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What an auditor brings along: keys that are trusted, and what was kept from an earlier visit. */
final class AuditTrust {

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "A public key that may have signed, name+hash+key; may be given several times.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description =
                    "A file with a checkpoint that was kept from earlier: the log must begin with what it signed.")
    private Path since;

    List<VerifierKey> keys(CommandSpec spec) {
        return keys.stream()
                .map(text -> VerifierKey.parse(text)
                        .orElseThrow(() ->
                                new ParameterException(spec.commandLine(), "--key: a key reads <name>+<hash>+<key>")))
                .toList();
    }

    Optional<SignedCheckpoint> since(CommandSpec spec) {
        if (since == null) {
            return Optional.empty();
        }
        byte[] bytes = InputFile.read(spec, "--since", since, 4 * SignedCheckpoint.LONGEST_NOTE);
        Optional<SignedCheckpoint> checkpoint = SignedCheckpoint.parse(new String(bytes, StandardCharsets.UTF_8));
        if (checkpoint.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--since: " + since + " holds no checkpoint");
        }
        return checkpoint;
    }

    boolean hasSince() {
        return since != null;
    }
}
