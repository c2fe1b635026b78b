package io.namesake.application.internal;

import io.namesake.decision.DocumentEvidence;
import io.namesake.decision.DocumentEvidence.Field;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Strength;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was read of a document, until the decision. The portrait lies beside it.
 *
 * @param source where it was read
 * @param strength how far it was borne out
 * @param identity what it says
 * @param checks what was tested
 */
record DocumentReading(Source source, Strength strength, Identity identity, List<EvidenceCheck> checks) {

    static DocumentReading of(IdentityEvidence evidence) {
        return new DocumentReading(
                Source.valueOf(evidence.source().name()),
                evidence.strength(),
                evidence.identity().orElseThrow(),
                evidence.checks());
    }

    /** For the decision: what is known of the document, and what the applicant changed. */
    DocumentEvidence evidence(DocumentFields confirmed) {
        return new DocumentEvidence(source, strength, checks, corrected(confirmed));
    }

    private Set<Field> corrected(DocumentFields confirmed) {
        var corrected = EnumSet.noneOf(Field.class);
        if (!isNative(confirmed)) {
            if (!LatinName.same(identity.surname(), confirmed.familyName())) {
                corrected.add(Field.FAMILY_NAME);
            }
            if (!LatinName.same(identity.givenNames(), confirmed.givenNames())) {
                corrected.add(Field.GIVEN_NAMES);
            }
        }
        if (!plain(identity.documentNumber()).equals(plain(confirmed.documentNumber()))) {
            corrected.add(Field.DOCUMENT_NUMBER);
        }
        // What the document leaves open is no correction, whatever is filled in.
        if (identity.birthDate()
                .filter(date -> !date.equals(confirmed.birthDate()))
                .isPresent()) {
            corrected.add(Field.BIRTH_DATE);
        }
        if (identity.lastDay()
                .filter(date -> !date.equals(confirmed.expiryDate()))
                .isPresent()) {
            corrected.add(Field.EXPIRY_DATE);
        }
        return corrected;
    }

    /** Whether the whole name was confirmed in the script of the document's country. */
    private boolean isNative(DocumentFields confirmed) {
        return identity.nativeName()
                .map(DocumentReading::plain)
                .filter(name -> name.equals(plain(confirmed.familyName() + confirmed.givenNames()))
                        || name.equals(plain(confirmed.givenNames() + confirmed.familyName())))
                .isPresent();
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "DocumentReading[" + source + ", " + strength + "]";
    }
}
