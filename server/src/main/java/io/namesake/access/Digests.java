package io.namesake.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** BASE64URL(SHA256(...)) without padding, 43 characters, as OAuth and JOSE have it (RFC 7636, clause 4.2; RFC 7515, clause 4.1.8). */
public final class Digests {

    private Digests() {}

    /** @param text of ASCII characters */
    public static String s256(String text) {
        return s256(text.getBytes(StandardCharsets.US_ASCII));
    }

    public static String s256(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
