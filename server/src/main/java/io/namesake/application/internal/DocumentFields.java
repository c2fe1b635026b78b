package io.namesake.application.internal;

import io.namesake.document.Identity;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.HolderDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is printed in the document, typed by the applicant for now.
 *
 * @param familyName at most 100 characters; may be empty where the document has one name only
 * @param givenNames at most 100 characters; may be empty where the document has one name only
 * @param documentNumber 4 to 40 letters, digits, spaces, dots, slashes and hyphens
 * @param birthDate day of birth
 * @param expiryDate last day of validity; null when the document does not expire
 */
@Schema(description = "What is printed in the document. Kept encrypted, and erased with the decision.")
record DocumentFields(
        @Schema(example = "王", maxLength = 100) String familyName,
        @Schema(example = "小明", maxLength = 100) String givenNames,

        @Schema(example = "E12345678", minLength = 4, maxLength = 40)
        String documentNumber,

        @Schema(example = "1990-05-17") LocalDate birthDate,

        @Schema(example = "2031-08-31", description = "Absent when the document does not expire") @Nullable
        LocalDate expiryDate) {
    private static final int LONGEST_NAME = 100;
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N} /.-]{4,40}");

    /** Tidies the texts (Unicode NFKC, single spaces) and refuses what cannot be printed in a document. */
    DocumentFields {
        familyName = tidy(familyName);
        givenNames = tidy(givenNames);
        documentNumber = tidy(documentNumber);
        require(familyName.length() <= LONGEST_NAME && givenNames.length() <= LONGEST_NAME, "A name is too long.");
        require(!familyName.isEmpty() || !givenNames.isEmpty(), "A name is missing.");
        require(isPrintable(familyName) && isPrintable(givenNames), "A name has characters that cannot be printed.");
        require(NUMBER.matcher(documentNumber).matches(), "The document number is not one.");
        require(birthDate != null, "The date of birth is missing.");
    }

    /** The person as the registry keeps them. @param read what the document itself said; empty when it was typed */
    HolderDetails holder(Optional<Identity> read) {
        return new HolderDetails(
                familyName,
                givenNames,
                documentNumber,
                birthDate,
                read.map(Identity::issuer).orElse(null),
                read.flatMap(Identity::personalNumber).orElse(null));
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "DocumentFields[...]";
    }

    private static String tidy(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    private static boolean isPrintable(String name) {
        return name.codePoints().noneMatch(Character::isISOControl);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Problem(ProblemType.REQUEST_INVALID, otherwise);
        }
    }
}
