package io.namesake.face.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * What an {@link Evaluation} measured. Pairs with a picture that could not be used are left out of every rate and counted in
 * {@code failures}.
 *
 * @param models name and version of the models
 * @param images different pictures read
 * @param genuinePairs pairs of the same person that were compared
 * @param impostorPairs pairs of different persons that were compared: the labelled ones or, with all impostors, every cross pair
 * @param failures pictures that could not be used
 * @param accuracy share of right decisions on the labelled pairs: mean over 10 folds, each with the threshold that is best on the
 *     other nine; the folds are consecutive tenths of the genuine and of the impostor pairs
 * @param accuracyDeviation standard deviation of that over the folds
 * @param equalErrorRate where false match rate and false non-match rate are equal, 0..1
 * @param operatingPoints at false match rates 1e-2, 1e-3 and 1e-4
 * @param detCurve points from the lowest threshold to the highest
 * @param stageTimes where the time went
 * @param liveness how the presentation-attack network sees these pictures; empty when there is none
 * @param scores one per labelled pair, in their order
 */
public record EvaluationReport(
        String models,
        int images,
        long genuinePairs,
        long impostorPairs,
        List<FailureToAcquire> failures,
        double accuracy,
        double accuracyDeviation,
        double equalErrorRate,
        List<OperatingPoint> operatingPoints,
        List<DetPoint> detCurve,
        StageTimes stageTimes,
        Optional<LivenessStatistics> liveness,
        List<PairScore> scores) {
    public EvaluationReport {
        failures = List.copyOf(failures);
        operatingPoints = List.copyOf(operatingPoints);
        detCurve = List.copyOf(detCurve);
        scores = List.copyOf(scores);
    }
}
