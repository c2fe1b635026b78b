package io.namesake.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a file that a stranger made: strict UTF-8, and none so long that it would fill the memory. */
final class BoundedLines implements AutoCloseable {
    /** An entry at its largest, every character escaped twice, has about 500 KB. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private long number;

    BoundedLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line without its end; empty at the end of the file. */
    Optional<String> next() throws IOException, Malformed {
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        number++;
        var line = new ByteArrayOutputStream(512);
        while (next >= 0 && next != '\n') {
            if (line.size() == LONGEST) {
                throw new Malformed(number, "Line %d is longer than %d bytes.".formatted(number, LONGEST));
            }
            line.write(next);
            next = in.read();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Malformed(number, "Line %d is not UTF-8 text.".formatted(number));
        }
    }

    /** Of the line that was read last, 1 for the first. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
