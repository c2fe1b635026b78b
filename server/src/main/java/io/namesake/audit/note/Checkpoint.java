package io.namesake.audit.note;

import io.namesake.audit.merkle.Hash;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the log was at one moment (C2SP tlog-checkpoint).
 *
 * @param origin which log, the name of its key
 * @param size how many entries
 * @param root the root of the Merkle tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int HASH_BYTES = 32;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** The text that is signed: three lines. */
    String text() {
        return origin + "\n" + size + "\n" + Base64Text.encode(root.bytes()) + "\n";
    }

    /** Reads the text of a note; lines that extend it are allowed, as the specification wants, and mean nothing to us. */
    static Optional<Checkpoint> parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4
                || !KeyName.isOne(lines[0])
                || !NUMBER.matcher(lines[1]).matches()) {
            return Optional.empty();
        }
        return Base64Text.decode(lines[2])
                .filter(root -> root.length == HASH_BYTES)
                .map(root -> new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.of(root)));
    }
}
