package io.namesake.face;

import java.util.List;

/**
 * How alike two faces are and what that stands for.
 *
 * @param similarity mean of the networks' z-scores: different persons lie around 0, the same person mostly above 5
 * @param threshold the similarity from which the pair is a {@link Grade#MATCH}
 * @param falseMatchRate share of pairs of different persons that reach the threshold (FMR, ISO/IEC 19795-1), as measured on
 *     the data set that the model descriptor names; look-alikes and relatives reach it more often
 * @param reviewThreshold the similarity from which the pair is at least {@link Grade#INCONCLUSIVE}; not above the threshold
 * @param reviewFalseMatchRate the false match rate at the review threshold
 * @param networks what each network said
 */
public record Comparison(
        double similarity,
        double threshold,
        double falseMatchRate,
        double reviewThreshold,
        double reviewFalseMatchRate,
        List<NetworkSimilarity> networks) {
    public Comparison {
        if (reviewThreshold > threshold) {
            throw new IllegalArgumentException(
                    "the review threshold " + reviewThreshold + " must not lie above the threshold " + threshold);
        }
        networks = List.copyOf(networks);
    }

    /** What the similarity says at these thresholds. */
    public Grade grade() {
        if (similarity >= threshold) {
            return Grade.MATCH;
        }
        return similarity >= reviewThreshold ? Grade.INCONCLUSIVE : Grade.NO_MATCH;
    }
}
