package io.namesake.application;

import io.namesake.decision.DocumentEvidence.Field;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Strength;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sees beside the pictures. Personal: shown for one open case, never stored in the clear, never logged.
 *
 * @param source where the document's fields come from
 * @param strength how far the document was borne out
 * @param confirmed what the applicant typed or confirmed
 * @param read what was read of the document; null when it was typed
 * @param corrected which fields the applicant changed after they had been read
 * @param checks what was tested in the document
 * @param challengePassed whether the selfie came out of a passed challenge
 * @param doubts codes of what contradicted itself in the challenge
 * @param pictures which there are
 */
public record ReviewEvidence(
        Source source,
        Strength strength,
        DocumentText confirmed,
        @Nullable DocumentText read,
        Set<Field> corrected,
        List<Tested> checks,
        boolean challengePassed,
        List<String> doubts,
        Set<ReviewPicture> pictures) {

    /**
     * What a document says.
     *
     * @param nativeName the whole name in the script of the document's country; null when there is none
     * @param birthDate null when the document leaves part of it open
     * @param expiryDate null when it does not expire
     */
    public record DocumentText(
            String familyName,
            String givenNames,
            @Nullable String nativeName,
            String documentNumber,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate expiryDate) {

        /** Says nothing personal, since records end up in logs. */
        @Override
        public String toString() {
            return "DocumentText[...]";
        }
    }

    /** One test of the document. @param kind the name of a {@link io.namesake.document.CheckKind} */
    public record Tested(String kind, EvidenceCheck.Result result) {}

    public ReviewEvidence {
        corrected = Set.copyOf(corrected);
        checks = List.copyOf(checks);
        doubts = List.copyOf(doubts);
        pictures = Set.copyOf(pictures);
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "ReviewEvidence[" + source + ", " + strength + "]";
    }
}
