package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.security.PublicKey;

/** EF.DG15: the key with which the chip answers challenges (ICAO Doc 9303-10, 4.7.15). */
final class DataGroup15 {
    private static final int TAG = 0x6F;

    private DataGroup15() {}

    static PublicKey read(byte[] file) throws DocumentUnreadable {
        return ChipPublicKey.read(Tlv.only(file, TAG));
    }
}
