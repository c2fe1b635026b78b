package io.namesake.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.Strength;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which evidence a machine may decide on for one service. What is not in it is not refused: a person decides.
 *
 * @param accept any one of these is enough
 * @param corrections what follows when an applicant corrects what was read of a printed page; a correction of signed fields always
 *     asks for a person
 * @param doubtsFrom from which confidence on, 1 to 100, a sign of tampering asks for a person
 */
public record ServicePolicy(
        List<Accepted> accept,
        Corrections corrections,
        @JsonProperty("doubts-from") Integer doubtsFrom) {

    /** What follows a correction. */
    public enum Corrections {
        /** The correction counts, and is in the audit log. */
        ACCEPT,
        /** A person decides. */
        REVIEW
    }

    /** What an identity authority must have said. */
    public enum Authority {
        /** That the document is known, valid and this person's. */
        MATCH
    }

    /**
     * One kind of evidence that is enough.
     *
     * @param source where it was read
     * @param strength at least this
     * @param authority what an identity authority must have said of it; null when nothing
     */
    public record Accepted(
            Source source,
            @Nullable Strength strength,
            @Nullable Authority authority) {

        public Accepted {
            if (source == null) {
                throw new IllegalArgumentException("source is missing: CHIP, WALLET, PRINT or TYPED");
            }
            if (source != Source.TYPED && (strength == null || strength == Strength.NONE)) {
                throw new IllegalArgumentException("strength is missing: FAIR, STRONG or SUPERIOR");
            }
            if (source == Source.TYPED && strength != null) {
                throw new IllegalArgumentException("what is typed has no strength");
            }
            if (source == Source.PRINT && strength != Strength.FAIR) {
                throw new IllegalArgumentException("a printed page is never more than FAIR");
            }
        }

        boolean covers(DocumentEvidence evidence, boolean authorityMatched) {
            return evidence.source() == source
                    && (strength == null || evidence.strength().compareTo(strength) >= 0)
                    && (authority == null || authorityMatched);
        }
    }

    public ServicePolicy {
        if (accept == null) {
            throw new IllegalArgumentException("accept is missing; an empty list leaves every decision to a person");
        }
        if (corrections == null) {
            throw new IllegalArgumentException("corrections is missing: ACCEPT or REVIEW");
        }
        if (doubtsFrom == null || doubtsFrom < 1 || doubtsFrom > 100) {
            throw new IllegalArgumentException("doubts-from must lie in 1..100");
        }
        accept = List.copyOf(accept);
    }

    boolean accepts(DocumentEvidence evidence, boolean authorityMatched) {
        return accept.stream().anyMatch(accepted -> accepted.covers(evidence, authorityMatched));
    }
}
