package io.namesake.cli;

import io.namesake.cli.document.DeskReader;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.chip.AccessKey;
import io.namesake.document.chip.ChipReader;
import io.namesake.document.chip.LiveChipReader;
import io.namesake.document.mrz.Mrz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A chip on a reader on the desk, and what opens it. */
final class ReaderOptions {
    private static final int LARGEST_ZONE = 1_000;

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Read the chip that lies on a reader (PC/SC) whose name holds NAME; without it, the first with a chip."
                            + " Needs --mrz or --can.")
    private String reader;

    @Option(
            names = "--mrz",
            paramLabel = "FILE",
            description = "A text file with the machine-readable zone, which opens the chip.")
    private Path zone;

    @Option(
            names = "--can",
            paramLabel = "NNNNNN",
            description = "The card access number on the document's face, which opens newer chips.")
    private String cardNumber;

    /** Whether a chip on a reader is to be read. */
    boolean wanted() {
        return reader != null;
    }

    IdentityEvidence evidence(CommandSpec spec, ChipReader judge) throws DocumentUnreadable {
        Clock clock = Clock.systemUTC();
        AccessKey key = key(spec);
        return new LiveChipReader(judge, new SecureRandom(), clock).read(DeskReader.find(reader), key);
    }

    private AccessKey key(CommandSpec spec) throws DocumentUnreadable {
        if ((zone == null) == (cardNumber == null)) {
            throw new ParameterException(
                    spec.commandLine(), "What opens the chip? Name either --mrz with a file or --can with six digits");
        }
        if (cardNumber != null) {
            return AccessKey.CardNumber.of(cardNumber);
        }
        byte[] text = InputFile.read(spec, "--mrz", zone, LARGEST_ZONE);
        return new AccessKey.Zone(
                Mrz.parse(new String(text, StandardCharsets.US_ASCII)).key());
    }
}
