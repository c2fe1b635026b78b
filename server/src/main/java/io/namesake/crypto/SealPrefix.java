package io.namesake.crypto;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The first five bytes of what Tink sealed: 1, then the key's id, big-endian ("Tink's wire format", output prefix TINK). They
 * tell which key opens it without trying any.
 */
record SealPrefix(int id) {
    static final int LENGTH = 5;
    private static final byte START = 1;

    /** Of a sealed value; empty when it begins otherwise. */
    static Optional<SealPrefix> of(byte[] sealed) {
        if (sealed.length < LENGTH || sealed[0] != START) {
            return Optional.empty();
        }
        return Optional.of(
                new SealPrefix(ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt()));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).put(START).putInt(id).array();
    }

    /** Eight hexadecimal digits. */
    String keyId() {
        return HexFormat.of().toHexDigits(id);
    }
}
