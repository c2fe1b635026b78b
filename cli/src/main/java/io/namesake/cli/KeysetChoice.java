package io.namesake.cli;

import io.namesake.crypto.KeyKind;
import io.namesake.crypto.KeyService;
import io.namesake.crypto.Keyset;
import io.namesake.crypto.KeysetFile;
import io.namesake.crypto.KmsSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which keyset is meant: that of the environment, as the server takes it, else the file in the data folder. */
final class KeysetChoice {
    private static final Duration KMS_TIMEOUT = Duration.ofSeconds(10);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The server's data folder (default: $NAMESAKE_DATA_DIR, else ./data).")
    private Path data;

    @Option(
            names = "--index",
            description = "The keyset of the blind index instead of the one that seals ($NAMESAKE_INDEX_KEYSET, or"
                    + " keys/index-keyset.json in the data folder).")
    private boolean index;

    KeyKind kind() {
        return index ? KeyKind.INDEXING : KeyKind.SEALING;
    }

    Path data() {
        return Optional.ofNullable(data)
                .or(() -> environment("NAMESAKE_DATA_DIR").map(Path::of))
                .orElse(Path.of("data"));
    }

    boolean isDataChosen() {
        return data != null;
    }

    Keyset read() {
        try {
            var configured = configured();
            if (configured.isPresent()) {
                return Keyset.fromBase64(kind(), configured.get(), kms());
            }
            var file = KeysetFile.in(data(), kind(), kms());
            if (!file.exists()) {
                throw new CommandFailure(
                        Exit.USAGE,
                        "There is no keyset in " + file.file().toAbsolutePath().normalize()
                                + "; name the data folder with --data, or set " + kind().variable());
            }
            return file.read();
        } catch (GeneralSecurityException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, "The keyset can't be read: " + e.getMessage());
        }
    }

    /** Stores it where it was read, or prints what the variable is to hold from now on. */
    void write(Keyset keyset, PrintWriter out) throws GeneralSecurityException {
        if (configured().isPresent()) {
            out.println("Set " + kind().variable() + " of every server to this, which is a secret:");
            out.println(keyset.toBase64(kms()));
        } else {
            var file = KeysetFile.in(data(), kind(), kms());
            file.replaceBy(keyset);
            out.println("Wrote " + file.file().toAbsolutePath().normalize() + ". Restart the server to use it.");
        }
        out.flush();
    }

    /** A new one's text for the variable. */
    String text(Keyset keyset) throws GeneralSecurityException {
        return keyset.toBase64(kms());
    }

    private Optional<String> configured() {
        return data == null ? environment(kind().variable()) : Optional.empty();
    }

    private static KeyService kms() {
        return new KmsSettings(
                        environment("NAMESAKE_KMS_URL").map(URI::create).orElse(null),
                        environment("NAMESAKE_KMS_MOUNT").orElse("transit"),
                        environment("NAMESAKE_KMS_KEY").orElse("namesake"),
                        environment("NAMESAKE_KMS_TOKEN").orElse(""),
                        KMS_TIMEOUT)
                .service();
    }

    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
