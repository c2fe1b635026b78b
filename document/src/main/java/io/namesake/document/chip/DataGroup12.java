package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.time.LocalDate;
import java.util.Optional;

/** EF.DG12: more of the document (ICAO Doc 9303-10, 4.7.12); taken is the day of its issue. */
record DataGroup12(Optional<LocalDate> issued) {
    private static final int TAG = 0x6C;
    private static final int ISSUED = 0x5F26;

    static DataGroup12 read(byte[] file) throws DocumentUnreadable {
        Optional<LocalDate> issued = Optional.empty();
        Tlv items = Tlv.in(Tlv.only(file, TAG));
        while (!items.isAtEnd()) {
            Tlv.Item item = items.next();
            if (item.tag() == ISSUED) {
                issued = Texts.date(item.value());
            }
        }
        return new DataGroup12(issued);
    }
}
