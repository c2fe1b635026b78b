package io.namesake.decision;

import io.namesake.document.EvidenceCheck;
import io.namesake.document.Strength;
import java.util.List;
import java.util.Set;

/**
 * What is known of an applicant's document, apart from what it says.
 *
 * @param source where it was read
 * @param strength how far it was borne out; {@link Strength#NONE} when it was typed
 * @param checks what was tested in it; none when it was typed
 * @param corrected the fields that the applicant changed after they had been read
 */
public record DocumentEvidence(Source source, Strength strength, List<EvidenceCheck> checks, Set<Field> corrected) {

    /** Where a document's fields come from. */
    public enum Source {
        CHIP,
        WALLET,
        PRINT,
        /** Typed by the applicant, beside a picture that nothing was read from. */
        TYPED;

        /** Whether the issuer's signature says what the fields are, so that nobody else can know better. */
        boolean isSigned() {
            return this == CHIP || this == WALLET;
        }
    }

    /** What an applicant confirms or corrects. */
    public enum Field {
        FAMILY_NAME,
        GIVEN_NAMES,
        DOCUMENT_NUMBER,
        BIRTH_DATE,
        EXPIRY_DATE
    }

    public DocumentEvidence {
        checks = List.copyOf(checks);
        corrected = Set.copyOf(corrected);
    }

    /** Fields that somebody typed. */
    public static DocumentEvidence typed() {
        return new DocumentEvidence(Source.TYPED, Strength.NONE, List.of(), Set.of());
    }
}
