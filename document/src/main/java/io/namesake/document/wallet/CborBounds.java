package io.namesake.document.wallet;

import io.namesake.document.DocumentUnreadable;

/**
 * Looks over CBOR (RFC 8949) before anything reads it: one item and nothing behind it, lengths that fit into the bytes, bounded depth and count. The reader
 * behind it reserves as many bytes as a length says, and calls itself for each level.
 *
 * <p>Items of indefinite length are refused: what is signed must have one form only (RFC 8949, 4.2.1).
 */
final class CborBounds {
    private static final int DEEPEST = 16;
    private static final int MOST_ITEMS = 5_000;
    private static final int FIRST_LONG = 24;
    private static final int LAST_LONG = 27;

    private final byte[] bytes;
    private int at;
    private int items;

    private CborBounds(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws DocumentUnreadable when the bytes are not one whole item within the bounds */
    static void check(byte[] bytes) throws DocumentUnreadable {
        CborBounds bounds = new CborBounds(bytes);
        bounds.item(0);
        if (bounds.at != bytes.length) {
            throw new DocumentUnreadable("there is something behind the CBOR");
        }
    }

    private void item(int depth) throws DocumentUnreadable {
        if (depth > DEEPEST || ++items > MOST_ITEMS) {
            throw new DocumentUnreadable("the CBOR is too deep or has too many parts");
        }
        int head = next();
        int major = head >> 5;
        long value = value(head & 0x1F);
        switch (major) {
            case 0, 1, 7 -> {}
            case 2, 3 -> skip(value);
            case 4 -> items(value, 1, depth);
            case 5 -> items(value, 2, depth);
            default -> item(depth + 1);
        }
    }

    private void items(long count, int each, int depth) throws DocumentUnreadable {
        if (count > bytes.length - at) {
            throw brokenOff();
        }
        for (long i = 0; i < count * each; i++) {
            item(depth + 1);
        }
    }

    private long value(int info) throws DocumentUnreadable {
        if (info < FIRST_LONG) {
            return info;
        }
        if (info > LAST_LONG) {
            throw new DocumentUnreadable("the CBOR has a part of indefinite length");
        }
        long value = 0;
        for (int i = 1 << info - FIRST_LONG; i > 0; i--) {
            value = value << 8 | next();
        }
        if (value < 0) {
            throw brokenOff();
        }
        return value;
    }

    private void skip(long count) throws DocumentUnreadable {
        if (count > bytes.length - at) {
            throw brokenOff();
        }
        at += (int) count;
    }

    private int next() throws DocumentUnreadable {
        if (at == bytes.length) {
            throw brokenOff();
        }
        return bytes[at++] & 0xFF;
    }

    private static DocumentUnreadable brokenOff() {
        return new DocumentUnreadable("the CBOR breaks off");
    }
}
