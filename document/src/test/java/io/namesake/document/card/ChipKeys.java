package io.namesake.document.card;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Keys of a line, from what both sides know (ICAO Doc 9303-11, 9.7.1). */
final class ChipKeys {
    static final int ENCRYPTION = 1;
    static final int AUTHENTICATION = 2;
    static final int PASSWORD = 3;

    private ChipKeys() {}

    static byte[] derive(byte[] secret, int use) {
        return Arrays.copyOf(
                digest("SHA-1", secret, ByteBuffer.allocate(4).putInt(use).array()), 16);
    }

    /** The seed that the machine-readable zone gives: its number, birth date and last day, each with its digit. */
    static byte[] zone(String fields) {
        return digest("SHA-1", fields.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
