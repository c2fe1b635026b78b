package io.namesake.audit.merkle;

import java.util.HexFormat;

/**
 * A SHA-256 hash (FIPS 180-4). One that was read may have another length, if somebody altered it; it then equals no computed one.
 *
 * @param hex lower-case hexadecimal digits
 */
public record Hash(String hex) {
    /** What the first entry of the log is linked to: 32 zero bytes. */
    public static final Hash GENESIS = new Hash("0".repeat(64));

    /** The hash whose bytes these are. */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** Its bytes, 32 where it was computed. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
