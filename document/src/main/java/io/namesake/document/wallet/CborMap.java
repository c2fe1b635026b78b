package io.namesake.document.wallet;

import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORPair;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORValue;
import io.namesake.document.DocumentUnreadable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A CBOR map whose keys are texts or numbers, each there once: readers that disagree about which of two counts can be played against each other. */
record CborMap(String name, Map<Object, CBORItem> entries) {

    static CborMap of(CBORItem item, String name) throws DocumentUnreadable {
        if (!(item instanceof CBORPairList list)) {
            throw new DocumentUnreadable(name + " is no map");
        }
        Map<Object, CBORItem> entries = new LinkedHashMap<>();
        for (CBORPair pair : list.getPairs()) {
            if (entries.put(key(pair.getKey(), name), pair.getValue()) != null) {
                throw new DocumentUnreadable(name + " has a key twice");
            }
        }
        return new CborMap(name, entries);
    }

    private static Object key(CBORItem key, String name) throws DocumentUnreadable {
        if (key instanceof CBORString text) {
            return text.getValue();
        }
        if (key instanceof CBORValue<?> value && value.getValue() instanceof Number number) {
            return number.longValue();
        }
        throw new DocumentUnreadable(name + " has a key that is neither text nor number");
    }

    Optional<CBORItem> find(Object key) {
        return Optional.ofNullable(entries.get(key));
    }

    CBORItem get(Object key) throws DocumentUnreadable {
        CBORItem found = entries.get(key);
        if (found == null) {
            throw new DocumentUnreadable(name + " lacks " + key);
        }
        return found;
    }

    CborMap map(Object key) throws DocumentUnreadable {
        return of(get(key), String.valueOf(key));
    }

    String text(Object key) throws DocumentUnreadable {
        return Cbor.text(get(key), String.valueOf(key));
    }

    /** Says nothing personal. */
    @Override
    public String toString() {
        return "CborMap[" + name + "]";
    }
}
