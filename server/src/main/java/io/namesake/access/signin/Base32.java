package io.namesake.access.signin;

/** RFC 4648, clause 6: letters and digits that people can type. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** @param bytes a multiple of five, so that no padding is needed */
    static String encode(byte[] bytes) {
        if (bytes.length % BITS != 0) {
            throw new IllegalArgumentException("A multiple of five bytes is needed");
        }
        var text = new StringBuilder(bytes.length * Byte.SIZE / BITS);
        int held = 0;
        int heldBits = 0;
        for (byte next : bytes) {
            held = (held << Byte.SIZE) | Byte.toUnsignedInt(next);
            heldBits += Byte.SIZE;
            while (heldBits >= BITS) {
                heldBits -= BITS;
                text.append(ALPHABET.charAt(held >> heldBits));
                held &= (1 << heldBits) - 1;
            }
        }
        return text.toString();
    }
}
