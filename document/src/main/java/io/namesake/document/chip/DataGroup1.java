package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.mrz.Mrz;
import java.nio.charset.StandardCharsets;

/** EF.DG1: the machine-readable zone (ICAO Doc 9303-10, 4.7.1). */
final class DataGroup1 {
    private static final int TAG = 0x61;
    private static final int ZONE = 0x5F1F;

    private DataGroup1() {}

    static Mrz read(byte[] file) throws DocumentUnreadable {
        byte[] zone = Tlv.only(Tlv.only(file, TAG), ZONE);
        return Mrz.parse(new String(zone, StandardCharsets.US_ASCII));
    }
}
