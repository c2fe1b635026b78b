package io.namesake.audit;

import java.util.HexFormat;

/**
 * A SHA-256 hash (FIPS 180-4). One that was read may have another length, if somebody altered it; it then equals no computed one.
 *
 * @param hex lower-case hexadecimal digits
 */
record Hash(String hex) {
    /** What the first entry is linked to: 32 zero bytes. */
    static final Hash GENESIS = new Hash("0".repeat(64));

    static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
