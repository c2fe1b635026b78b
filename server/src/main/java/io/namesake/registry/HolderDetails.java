package io.namesake.registry;

import java.time.LocalDate;

/**
 * The person accountable for a line, as the verified document names them. Sealed before it is stored, and never logged.
 *
 * @param familyName as in the document
 * @param givenNames as in the document
 * @param documentNumber as in the document
 * @param birthDate as in the document
 */
public record HolderDetails(String familyName, String givenNames, String documentNumber, LocalDate birthDate) {

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "HolderDetails[...]";
    }
}
