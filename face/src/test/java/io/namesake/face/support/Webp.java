package io.namesake.face.support;

import java.util.Base64;
import java.util.HexFormat;

/** WebP files, written out: no Java library makes any. */
public final class Webp {
    private Webp() {}

    /** 96 x 64 pixels, lossy: the left half red, the right half blue. */
    public static byte[] lossy() {
        return Base64.getDecoder()
                .decode(
                        "UklGRnIAAABXRUJQVlA4IGYAAADwBACdASpgAEAAPrVapk2nJaOiJqgA4BaJZQDU9qT8gAA4aahO0Tsa054j0ADN95AA/uy9j/xv"
                                + "a20Y5//9cB9MbyjvsspjNN3uJf/64D6Y33r/07Po7IcogXph4gQqTYfgQAAAAAA=");
    }

    /** A lossless file, found by a fuzzer, at whose end TwelveMonkeys' decoder (3.14.0) reads on for ever. */
    public static byte[] endlessLossless() {
        return HexFormat.of()
                .parseHex("5249464634000000574542505650384c280000002f60c00f1007272727272727"
                        + "2727272727272727104118885c45a2a9455d5d5d00ff5d5d88fe0700");
    }
}
