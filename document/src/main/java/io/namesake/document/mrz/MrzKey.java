package io.namesake.document.mrz;

import java.util.Objects;

/**
 * The fields of a machine-readable zone that open the chip beside it (ICAO Doc 9303-11, 4.3.2): who holds the document open can read it, who merely passes
 * by cannot.
 *
 * @param documentNumber without fillers
 * @param birth six characters as in the zone, YYMMDD
 * @param lastDay likewise
 */
public record MrzKey(String documentNumber, String birth, String lastDay) {
    public MrzKey {
        Objects.requireNonNull(documentNumber, "documentNumber");
        Objects.requireNonNull(birth, "birth");
        Objects.requireNonNull(lastDay, "lastDay");
    }

    @Override
    public String toString() {
        return "MrzKey[]";
    }
}
