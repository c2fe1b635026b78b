package io.namesake.face;

import java.util.List;
import java.util.Objects;

/**
 * How alike two faces are and what that stands for.
 *
 * @param similarity mean of the networks' z-scores: different persons lie around 0, the same person mostly above 5
 * @param threshold the similarity from which the pair is a {@link Grade#MATCH}
 * @param falseMatchRate share of pairs of different persons that reach the threshold (FMR, ISO/IEC 19795-1), as measured on
 *     the data set that the {@link Calibration} names; look-alikes and relatives reach it more often
 * @param reviewThreshold the similarity from which the pair is at least {@link Grade#INCONCLUSIVE}; not above the threshold
 * @param reviewFalseMatchRate the false match rate at the review threshold
 * @param similarityFalseMatchRate the false match rate that a threshold at just this similarity would have, as far as it was
 *     measured. It is about pairs of strangers, not the probability that this pair is one
 * @param clear whether both faces could be seen well enough to say that they are different persons': the networks saw enough of each (no dark
 *     glasses, no hand before the face, no profile, no blur), and neither picture is {@linkplain FaceReport#sentBack() sent back}. If not, a
 *     low similarity is no evidence, and the pair is {@link Grade#INCONCLUSIVE}; a match is one all the same
 * @param networks what each network said
 */
public record Comparison(
        double similarity,
        double threshold,
        double falseMatchRate,
        double reviewThreshold,
        double reviewFalseMatchRate,
        EstimatedRate similarityFalseMatchRate,
        boolean clear,
        List<NetworkSimilarity> networks) {
    public Comparison {
        if (reviewThreshold > threshold) {
            throw new IllegalArgumentException(
                    "the review threshold " + reviewThreshold + " must not lie above the threshold " + threshold);
        }
        Objects.requireNonNull(similarityFalseMatchRate, "similarityFalseMatchRate");
        networks = List.copyOf(networks);
    }

    /** What the similarity says at these thresholds. */
    public Grade grade() {
        if (similarity >= threshold) {
            return Grade.MATCH;
        }
        return similarity >= reviewThreshold || !clear ? Grade.INCONCLUSIVE : Grade.NO_MATCH;
    }
}
