package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.util.Arrays;

/**
 * Reads BER-TLV objects one after the other within given bytes (ISO/IEC 7816-4, 5.2.2): tags of up to two bytes, definite lengths of up to three.
 * It copies nothing but values and never reads past its end.
 */
final class Tlv {
    private final byte[] bytes;
    private final int end;
    private int at;

    private Tlv(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    static Tlv in(byte[] bytes) {
        return new Tlv(bytes, 0, bytes.length);
    }

    /** One object. */
    record Item(int tag, byte[] value) {}

    boolean isAtEnd() {
        return at >= end;
    }

    /** @throws DocumentUnreadable when there is no whole object any more */
    Item next() throws DocumentUnreadable {
        int tag = tag();
        int length = length();
        if (length > end - at) {
            throw new DocumentUnreadable("an object is longer than the file that holds it");
        }
        at += length;
        return new Item(tag, Arrays.copyOfRange(bytes, at - length, at));
    }

    /** The next object's value, when it has this tag. @throws DocumentUnreadable when it has another */
    byte[] next(int tag) throws DocumentUnreadable {
        Item item = next();
        if (item.tag() != tag) {
            throw new DocumentUnreadable("an object has the tag %X where %X is expected".formatted(item.tag(), tag));
        }
        return item.value();
    }

    /** The first object with this tag from here on. */
    byte[] find(int tag) throws DocumentUnreadable {
        while (!isAtEnd()) {
            Item item = next();
            if (item.tag() == tag) {
                return item.value();
            }
        }
        throw new DocumentUnreadable("there is no object with the tag %X".formatted(tag));
    }

    /** Bytes of the object that begins here, with its tag and length, however few of them are given. */
    static int wholeLength(byte[] start) throws DocumentUnreadable {
        Tlv tlv = in(start);
        tlv.tag();
        int length = tlv.length();
        return tlv.at + length;
    }

    /** The only object in these bytes; only fillers may follow, as chips round their files up. */
    static byte[] only(byte[] bytes, int tag) throws DocumentUnreadable {
        Tlv tlv = in(bytes);
        byte[] value = tlv.next(tag);
        while (!tlv.isAtEnd()) {
            if (tlv.one() != 0) {
                throw new DocumentUnreadable("something follows where the file should end");
            }
        }
        return value;
    }

    private int tag() throws DocumentUnreadable {
        int tag = one();
        return (tag & 0x1F) == 0x1F ? tag << 8 | one() : tag;
    }

    private int length() throws DocumentUnreadable {
        int first = one();
        if (first < 0x80) {
            return first;
        }
        int bytesOfLength = first & 0x7F;
        if (bytesOfLength == 0 || bytesOfLength > 3) {
            throw new DocumentUnreadable("an object has a length of " + bytesOfLength + " bytes");
        }
        int length = 0;
        for (int i = 0; i < bytesOfLength; i++) {
            length = length << 8 | one();
        }
        return length;
    }

    private int one() throws DocumentUnreadable {
        if (at >= end) {
            throw new DocumentUnreadable("the file ends within an object");
        }
        return bytes[at++] & 0xFF;
    }
}
