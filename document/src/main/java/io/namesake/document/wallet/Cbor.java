package io.namesake.document.wallet;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORDecoderOptions;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORTaggedItem;
import io.namesake.document.DocumentUnreadable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Reads CBOR items as what they should be. */
final class Cbor {
    /** An item that is itself encoded CBOR (RFC 8949, 3.4.5.1). */
    private static final int ENCODED = 24;

    private static final int DATE_TIME = 0;

    private Cbor() {}

    /** @throws DocumentUnreadable when the bytes are not one CBOR item within the bounds */
    static CBORItem read(byte[] bytes) throws DocumentUnreadable {
        CborBounds.check(bytes);
        try {
            // Without the decoder's own handling of tags, which would make keys and messages of what is none of ours.
            return new CBORDecoder(bytes, new CBORDecoderOptions()).next();
        } catch (IOException | RuntimeException malformed) {
            throw new DocumentUnreadable("this is no CBOR");
        }
    }

    static List<? extends CBORItem> list(CBORItem item, String name) throws DocumentUnreadable {
        if (item instanceof CBORItemList list) {
            return list.getItems();
        }
        throw new DocumentUnreadable(name + " is no list");
    }

    static String text(CBORItem item, String name) throws DocumentUnreadable {
        if (item instanceof CBORString text) {
            return text.getValue();
        }
        throw new DocumentUnreadable(name + " is no text");
    }

    static byte[] bytes(CBORItem item, String name) throws DocumentUnreadable {
        if (item instanceof CBORByteArray bytes) {
            return bytes.getValue();
        }
        throw new DocumentUnreadable(name + " is no byte string");
    }

    /** What stands in an item that is encoded CBOR. */
    static CBORItem embedded(CBORItem item, String name) throws DocumentUnreadable {
        if (item instanceof CBORTaggedItem tagged && isTag(tagged, ENCODED)) {
            return read(bytes(tagged.getTagContent(), name));
        }
        throw new DocumentUnreadable(name + " is no encoded CBOR");
    }

    /** Bytes as an item that is encoded CBOR. */
    static CBORTaggedItem embedding(byte[] encoded) {
        return new CBORTaggedItem(ENCODED, new CBORByteArray(encoded));
    }

    /** {@code tdate} (RFC 8949, 3.4.1). */
    static Instant moment(CBORItem item, String name) throws DocumentUnreadable {
        if (item instanceof CBORTaggedItem tagged && isTag(tagged, DATE_TIME)) {
            try {
                return Instant.parse(text(tagged.getTagContent(), name));
            } catch (DateTimeException none) {
                throw new DocumentUnreadable(name + " is no time");
            }
        }
        throw new DocumentUnreadable(name + " is no time");
    }

    static boolean isTag(CBORTaggedItem item, int tag) {
        return item.getTagNumber().longValue() == tag;
    }
}
