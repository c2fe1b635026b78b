package io.namesake.audit;

import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an export from its first line to its last: a header, checkpoints from the smallest on, entries.
 *
 * @see AuditExport for what is written
 */
final class ExportReader implements AutoCloseable {
    static final String FORMAT = "namesake-audit-export-1";
    static final int MOST_KEYS = 100;
    static final int MOST_CHECKPOINTS = 10_000;

    private static final Set<String> HEADER = Set.of("format", "keys", "checkpoints");
    private static final Set<String> CHECKPOINT = Set.of("checkpoint");
    static final Set<String> ENTRY = Set.of("seq", "at", "operator", "type", "subject", "details", "previous", "hash");

    private final BoundedLines lines;
    private final List<VerifierKey> keys;
    private int checkpointsToCome;

    private ExportReader(BoundedLines lines, List<VerifierKey> keys, int checkpointsToCome) {
        this.lines = lines;
        this.keys = keys;
        this.checkpointsToCome = checkpointsToCome;
    }

    static ExportReader open(Path file) throws IOException, Malformed {
        var lines = new BoundedLines(Files.newInputStream(file));
        try {
            var header = JsonLine.parse(1, lines.next().orElseThrow(() -> ended(1)), HEADER);
            if (!header.text("format").equals(FORMAT)) {
                throw new Malformed(1, "Line 1 does not begin an export of the format " + FORMAT + ".");
            }
            return new ExportReader(lines, keys(header), (int) header.number("checkpoints", MOST_CHECKPOINTS));
        } catch (Malformed | IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /** What the export says its keys are, which proves nothing of whose they are. */
    List<VerifierKey> keys() {
        return keys;
    }

    /** The next checkpoint; empty after the last. All are read before the first entry. */
    Optional<SignedCheckpoint> checkpoint() throws IOException, Malformed {
        if (checkpointsToCome == 0) {
            return Optional.empty();
        }
        checkpointsToCome--;
        var text = lines.next().orElseThrow(() -> ended(lines.number() + 1));
        return Optional.of(SignedCheckpoint.parse(
                        JsonLine.parse(lines.number(), text, CHECKPOINT).text("checkpoint"))
                .orElseThrow(
                        () -> new Malformed(lines.number(), "Line %d holds no checkpoint.".formatted(lines.number()))));
    }

    /** The next entry; empty at the end of the file. */
    Optional<EntryLine> entry() throws IOException, Malformed {
        var text = lines.next();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(entry(JsonLine.parse(lines.number(), text.get(), ENTRY)));
    }

    static EntryLine entry(JsonLine json) throws Malformed {
        return new EntryLine(
                json.number("seq", Long.MAX_VALUE),
                json.text("at"),
                json.text("operator"),
                json.text("type"),
                json.text("subject"),
                json.text("details"),
                json.hash("previous"),
                json.hash("hash"));
    }

    /** Of the line that was read last. */
    long line() {
        return lines.number();
    }

    private static List<VerifierKey> keys(JsonLine header) throws Malformed {
        var keys = new ArrayList<VerifierKey>();
        for (var text : header.texts("keys", MOST_KEYS)) {
            keys.add(VerifierKey.parse(text).orElseThrow(() -> new Malformed(1, "Line 1 holds a key that is none.")));
        }
        return keys;
    }

    private static Malformed ended(long line) {
        return new Malformed(line, "The file ends before line %d.".formatted(line));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
