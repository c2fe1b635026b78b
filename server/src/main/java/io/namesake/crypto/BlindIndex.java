package io.namesake.crypto;

import com.google.crypto.tink.prf.PrfSet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds a value that is stored only sealed: a column beside it holds a keyed digest (HMAC-SHA-256 by Tink, RFC 2104), which is
 * the same for the same value and tells nothing to whoever has the database but not the key.
 *
 * <p>A plain hash would not do: there are few enough document numbers to try them all. Two rows with the same value can still
 * be seen to have it, so index only what must be found, and only values that are equal exactly when the person is.
 */
public final class BlindIndex {
    private static final int BYTES = 32;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    private final PrfSet keys;
    private final Keyset keyset;

    BlindIndex(Keyset keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.keys = keyset.handle().getPrimitive(KeyKind.INDEXING.configuration(), PrfSet.class);
    }

    /**
     * The digest to store, made with the primary key.
     *
     * @param kind what the value is, such as {@code holder.document-number}: equal values of different kinds have different
     *     digests, so that tables cannot be joined by them; lower-case letters, digits, dots and hyphens, at most 64
     * @param normalisedValue in the one spelling that all equal values share
     * @return 64 hexadecimal digits
     */
    public String of(String kind, String normalisedValue) {
        try {
            return HexFormat.of().formatHex(keys.computePrimary(message(kind, normalisedValue), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not make an index value", e);
        }
    }

    /**
     * Every digest under which the value may have been stored, for a search: by the primary key first, then by those before it.
     *
     * @return at least one
     */
    public List<String> candidates(String kind, String normalisedValue) {
        var message = message(kind, normalisedValue);
        var found = new LinkedHashSet<String>();
        found.add(of(kind, normalisedValue));
        try {
            for (var key : keys.getPrfs().values()) {
                found.add(HexFormat.of().formatHex(key.compute(message, BYTES)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not make an index value", e);
        }
        return List.copyOf(found);
    }

    /** Which key makes the digests of today: eight hexadecimal digits, to be kept beside each digest. */
    public String keyId() {
        return keyset.keys().stream()
                .filter(Keyset.Key::primary)
                .map(Keyset.Key::id)
                .findFirst()
                .orElseThrow();
    }

    /** The keys that made digests before that of today and are still searched for. One that is only prepared is not among them. */
    public List<String> earlierKeyIds() {
        return keyset.keys().stream()
                .takeWhile(key -> !key.primary())
                .filter(Keyset.Key::enabled)
                .map(Keyset.Key::id)
                .toList();
    }

    /** The kind has no zero byte, so no two pairs of kind and value make one message. */
    private static byte[] message(String kind, String value) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("A kind of index values is named like holder.document-number");
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes(kind.getBytes(StandardCharsets.US_ASCII));
        message.write(0);
        message.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        return message.toByteArray();
    }
}
