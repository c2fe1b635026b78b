package io.namesake.application.internal;

import io.namesake.decision.DocumentEvidence;
import io.namesake.decision.DocumentEvidence.Field;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.Strength;
import io.namesake.document.wallet.StatusReference;
import io.namesake.reading.ReadDocument;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a document, until the decision. The portrait lies beside it.
 *
 * @param source where it was read
 * @param strength how far it was borne out
 * @param identity what it says
 * @param checks what was tested
 * @param status whom to ask whether it still counts, until there is an answer; null when nobody is to be asked, or has answered
 */
record DocumentReading(
        Source source,
        Strength strength,
        Identity identity,
        List<EvidenceCheck> checks,
        @Nullable StatusReference status) {

    static DocumentReading of(ReadDocument document) {
        var evidence = document.evidence();
        return new DocumentReading(
                Source.valueOf(evidence.source().name()),
                evidence.strength(),
                evidence.identity().orElseThrow(),
                evidence.checks(),
                document.status().orElse(null));
    }

    /** The same with what whoever keeps its status has answered. */
    DocumentReading answered(EvidenceCheck revocation) {
        return new DocumentReading(
                source,
                revocation.result() == Result.FAILED ? Strength.NONE : strength,
                identity,
                checks.stream()
                        .map(check -> check.kind() == revocation.kind() ? revocation : check)
                        .toList(),
                null);
    }

    /**
     * Whether the applicant is shown the portrait. Not that of a wallet: it may be another person's, who was made to answer this request, and whoever reads the page would
     * have the very picture that the selfie is compared with.
     */
    boolean showsPortrait() {
        return source != Source.WALLET;
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
