package io.namesake.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The person accountable for a line, as a document names them. Sealed before it is stored, and never logged.
 *
 * @param familyName as in the document
 * @param givenNames as in the document
 * @param documentNumber as in the document
 * @param birthDate as in the document
 * @param issuingState who issued the document, in ICAO Doc 9303's three letters; null where the document was typed
 * @param personalNumber the number that its state gave to the person for life; null where the document shows none
 */
public record HolderDetails(
        String familyName,
        String givenNames,
        String documentNumber,
        LocalDate birthDate,
        @Nullable String issuingState,
        @Nullable String personalNumber) {

    /** Of a document whose issuer is not known and which shows no personal number. */
    public HolderDetails(String familyName, String givenNames, String documentNumber, LocalDate birthDate) {
        this(familyName, givenNames, documentNumber, birthDate, null, null);
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "HolderDetails[...]";
    }
}
