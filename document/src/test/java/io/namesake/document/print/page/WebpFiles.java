package io.namesake.document.print.page;

import java.util.HexFormat;

/** WebP files (RFC 9649), written out: no Java library makes any. */
public final class WebpFiles {
    private WebpFiles() {}

    /** 96 by 64 pixels, lossy: the left half red, the right half blue. */
    public static byte[] lossy() {
        return HexFormat.of()
                .parseHex(
                        "5249464672000000574542505650382066000000f004009d012a600040003eb55aa64da725a3a226a800e016896500d4f6a4"
                                + "fc80003869a84ed13b1ad39e23d000cdf79000feecbd8ffc6f6b6d18e7fffd701f4c6f28efb2ca6334ddee25fffae03e98df"
                                + "7affd3b3e8ec8728817a61e2042a4d87e04000000000");
    }

    /** Lossless, as the fuzzer found one: TwelveMonkeys' decoder (3.14.0) reads on for ever behind its end. */
    public static byte[] endlessLossless() {
        return HexFormat.of()
                .parseHex("5249464634000000574542505650384c280000002f60c00f1007272727272727"
                        + "2727272727272727104118885c45a2a9455d5d5d00ff5d5d88fe0700");
    }
}
