package io.namesake.audit.note;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A checkpoint with whatever signatures stand under it (C2SP signed-note). Whether it is to be believed, {@link #isSignedBy} says.
 *
 * @param checkpoint what it says
 * @param note the whole note, as it is kept and handed on
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {
    /** Room for many witnesses' signatures. */
    public static final int LONGEST_NOTE = 16_384;

    private static final String MARK = "\u2014 ";

    /** Reads a note; empty when it is none, or no checkpoint. */
    public static Optional<SignedCheckpoint> parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST_NOTE || end < 0 || !note.endsWith("\n") || hasControls(note)) {
            return Optional.empty();
        }
        if (!note.substring(end + 2).lines().allMatch(line -> line.startsWith(MARK))) {
            return Optional.empty();
        }
        return Checkpoint.parse(note.substring(0, end + 1)).map(checkpoint -> new SignedCheckpoint(checkpoint, note));
    }

    /** The text that is signed, up to the empty line. */
    byte[] signedText() {
        return note.substring(0, note.lastIndexOf("\n\n") + 1).getBytes(StandardCharsets.UTF_8);
    }

    private Stream<String> signatures() {
        return note.substring(note.lastIndexOf("\n\n") + 2).lines();
    }

    /** The same with further signatures under it. @param lines whole lines, or none; what is not one makes no checkpoint */
    public Optional<SignedCheckpoint> with(String lines) {
        return parse(note + lines);
    }

    /** How many signatures are not by the log's own name: those of witnesses, whose keys would have to be known. */
    public long signaturesOfOthers() {
        return signatures()
                .filter(line -> !line.startsWith(MARK + checkpoint.origin() + " "))
                .count();
    }

    /** When this witness says that it saw the checkpoint; empty when it did not cosign it. */
    public Optional<Instant> cosignedBy(WitnessKey key) {
        var start = MARK + key.name() + " ";
        return signatures()
                .filter(line -> line.startsWith(start))
                .flatMap(line -> Base64Text.decode(line.substring(start.length())).stream())
                .flatMap(marked -> key.cosigned(marked, signedText()).stream())
                .findFirst();
    }

    /** Whether one of these keys signed it, and is the key of the log that it names. */
    public boolean isSignedBy(Collection<VerifierKey> keys) {
        return keys.stream().anyMatch(this::isSignedBy);
    }

    private boolean isSignedBy(VerifierKey key) {
        var text = signedText();
        return checkpoint.origin().equals(key.name()) && signatures().anyMatch(line -> isSignature(line, key, text));
    }

    /** A signature by others, or of a kind that we do not know, is passed over. */
    private static boolean isSignature(String line, VerifierKey key, byte[] text) {
        var start = MARK + key.name() + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        var marked = Base64Text.decode(line.substring(start.length())).orElse(new byte[0]);
        var id = key.id();
        return marked.length > id.length
                && Arrays.equals(Arrays.copyOf(marked, id.length), id)
                && key.verifies(Arrays.copyOfRange(marked, id.length, marked.length), text);
    }

    private static boolean hasControls(String note) {
        return note.chars().anyMatch(c -> c < ' ' && c != '\n');
    }
}
