package io.namesake.document;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a document says about itself and its holder. Nothing of it is trusted by being here; see {@link IdentityEvidence#checks()}.
 *
 * @param documentCode one or two letters, such as {@code P} (ICAO Doc 9303-3, 4.1)
 * @param issuer state or organisation, usually three letters (ICAO Doc 9303-3, section 5), such as {@code D} or {@code NLD}
 * @param documentNumber without fillers
 * @param surname primary identifier in Latin letters; a holder without one has all of the name here
 * @param givenNames secondary identifier in Latin letters; may be empty
 * @param nationality likewise three letters
 * @param birthDate empty when the document leaves part of it open
 * @param sex as the document says it
 * @param lastDay the last day on which the document is valid; empty when it has none
 * @param personalNumber the issuer's optional data, without fillers; often a national number; empty when there is none
 * @param nativeName the whole name in the script of the issuer's country, as the document writes it; empty when it has none
 * @param address the holder's, as the document writes it; empty when it has none
 */
public record Identity(
        String documentCode,
        String issuer,
        String documentNumber,
        String surname,
        String givenNames,
        String nationality,
        Optional<LocalDate> birthDate,
        Sex sex,
        Optional<LocalDate> lastDay,
        Optional<String> personalNumber,
        Optional<String> nativeName,
        Optional<String> address) {
    public Identity {
        Objects.requireNonNull(documentCode, "documentCode");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(documentNumber, "documentNumber");
        Objects.requireNonNull(surname, "surname");
        Objects.requireNonNull(givenNames, "givenNames");
        Objects.requireNonNull(nationality, "nationality");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(sex, "sex");
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(personalNumber, "personalNumber");
        Objects.requireNonNull(nativeName, "nativeName");
        Objects.requireNonNull(address, "address");
    }

    /** Says nothing about the person, so that it may end in a log. */
    @Override
    public String toString() {
        return "Identity[" + documentCode + " of " + issuer + "]";
    }
}
