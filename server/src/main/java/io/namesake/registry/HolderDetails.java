package io.namesake.registry;

import java.time.LocalDate;

/** The person accountable for a line, as the verified document names them. Kept encrypted; never logged. */
public record HolderDetails(String familyName, String givenNames, String documentNumber, LocalDate birthDate) {

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "HolderDetails[...]";
    }
}
