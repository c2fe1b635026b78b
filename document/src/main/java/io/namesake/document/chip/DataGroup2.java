package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Portrait;

/** EF.DG2: the portrait (ICAO Doc 9303-10, 4.7.2), in a face record of ISO/IEC 19794-5 or 39794-5. */
final class DataGroup2 {
    private static final int TAG = 0x75;
    private static final int TEMPLATES = 0x7F61;
    private static final int COUNT = 0x02;
    private static final int TEMPLATE = 0x7F60;
    private static final int DATA = 0x5F2E;
    private static final int DATA_CONSTRUCTED = 0x7F2E;

    private DataGroup2() {}

    /** The first portrait. */
    static Portrait read(byte[] file) throws DocumentUnreadable {
        Tlv templates = Tlv.in(Tlv.only(Tlv.only(file, TAG), TEMPLATES));
        templates.next(COUNT);
        Tlv template = Tlv.in(templates.next(TEMPLATE));
        while (!template.isAtEnd()) {
            Tlv.Item item = template.next();
            if (item.tag() == DATA) {
                return FaceRecord19794.portrait(item.value());
            }
            if (item.tag() == DATA_CONSTRUCTED) {
                return FaceRecord39794.portrait(item.value());
            }
        }
        throw new DocumentUnreadable("EF.DG2 holds no portrait");
    }
}
