package io.namesake.face.engine.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bounds-checked looks into a file's bytes: reading past the end throws {@link IndexOutOfBoundsException}, which means damage. */
final class Bytes {
    private final ByteBuffer buffer;

    private Bytes(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    static Bytes bigEndian(byte[] bytes) {
        return new Bytes(ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN));
    }

    static Bytes littleEndian(byte[] bytes) {
        return new Bytes(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** A window of these bytes with its own origin. */
    Bytes slice(int offset, int length) {
        return new Bytes(buffer.slice(offset, length).order(buffer.order()));
    }

    Bytes order(ByteOrder order) {
        return new Bytes(buffer.duplicate().order(order));
    }

    int length() {
        return buffer.limit();
    }

    int u8(int at) {
        return buffer.get(at) & 0xFF;
    }

    int u16(int at) {
        return buffer.getShort(at) & 0xFFFF;
    }

    long u32(int at) {
        return buffer.getInt(at) & 0xFFFF_FFFFL;
    }

    /** Whether these (Latin) characters stand at that place. */
    boolean has(int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0
                && at + wanted.length <= length()
                && buffer.slice(at, wanted.length).equals(ByteBuffer.wrap(wanted));
    }
}
