package io.namesake.face.evaluation;

import io.namesake.face.Calibration;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param operatingPoints at the false match rates of the options
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

    /**
     * The measured thresholds as a calibration of these models.
     *
     * @param dataSet the pictures, in words
     * @param date when this was measured
     * @throws IllegalArgumentException when there are too few impostor pairs for one of the rates, or two rates have the same threshold
     */
    public Calibration calibration(String dataSet, LocalDate date) {
        List<Calibration.Point> points = new ArrayList<>();
        for (OperatingPoint point : operatingPoints) {
            if (!point.supported()) {
                throw new IllegalArgumentException(impostorPairs
                        + " impostor pairs are too few for a false match rate of " + point.falseMatchRate());
            }
            points.add(new Calibration.Point(
                    point.falseMatchRate(),
                    rounded(point.threshold()),
                    new Calibration.Interval(rounded(point.thresholdLow()), rounded(point.thresholdHigh()))));
        }
        return new Calibration(
                models,
                Calibration.SCORE,
                dataSet,
                date,
                images - failures.size(),
                genuinePairs,
                impostorPairs,
                points);
    }

    /** Up, so that no more pairs reach it than were asked for. */
    private static double rounded(double threshold) {
        return Math.ceil(threshold * 1000) / 1000;
    }
}
