package io.namesake.audit.note;

import java.util.Base64;
import java.util.Optional;

/** Base64 of RFC 4648, section 4, in its one canonical spelling, so that two verifiers can never read one text differently. */
final class Base64Text {

    private Base64Text() {}

    static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
