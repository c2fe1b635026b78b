package io.namesake.document.wallet;

import com.authlete.cbor.CBORDecoder;
import com.authlete.cbor.CBORDecoderOptions;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORPair;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORTaggedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Responses taken apart and put together otherwise. */
final class MdocBytes {

    private MdocBytes() {}

    static int indexOf(byte[] response, String text) {
        return new String(response, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    static byte[] withFirstAttributeTwice(byte[] response) {
        try {
            return repeated(new CBORDecoder(response, new CBORDecoderOptions()).next())
                    .encode();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same, with the first entry of each list of encoded items once more at its end. */
    private static CBORItem repeated(CBORItem item) {
        if (item instanceof CBORPairList map) {
            List<CBORPair> pairs = new ArrayList<>();
            map.getPairs().forEach(pair -> pairs.add(new CBORPair(pair.getKey(), repeated(pair.getValue()))));
            return new CBORPairList(pairs);
        }
        if (item instanceof CBORItemList list) {
            List<CBORItem> items = new ArrayList<>();
            list.getItems().forEach(one -> items.add(repeated(one)));
            if (!items.isEmpty() && items.getFirst() instanceof CBORTaggedItem) {
                items.add(items.getFirst());
            }
            return new CBORItemList(items);
        }
        return item;
    }
}
