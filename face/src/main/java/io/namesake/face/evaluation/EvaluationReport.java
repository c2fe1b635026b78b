package io.namesake.face.evaluation;

import io.namesake.face.Calibration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param roles how the pictures fare by the rules that they were held to, failures included
 * @param severalFaces what a verification would have made of pictures of several faces; empty when that is how they were treated
 * @param accuracy share of right decisions on the labelled pairs: mean over 10 folds, each with the threshold that is best on the
 *     other nine; the folds are consecutive tenths of the genuine and of the impostor pairs
 * @param accuracyDeviation standard deviation of that over the folds
 * @param equalErrorRate where false match rate and false non-match rate are equal, 0..1
 * @param operatingPoints at the false match rates of the options
 * @param detCurve points from the lowest threshold to the highest
 * @param stageTimes where the time went
 * @param liveness how the presentation-attack network sees these pictures; empty when there is none
 * @param scores one per labelled pair, in their order
 * @param calibrated both errors at the calibration's thresholds; empty when the models have none
 * @param detBand the doubt about the curve, from low false match rates to high ones, as far as pairs are held; empty when it cannot be told
 * @param intervals what stands behind the intervals of all pairs
 * @param genuineScores how often each similarity of one person was seen
 * @param impostorScores how often each similarity of different persons was seen
 * @param gate the same with pictures that the quality gate sends back left out
 * @param groups by group, when the options name some
 * @param lookAlikes the nearest impostor of each person; only with all impostors
 * @param mostAlikeImpostors the pairs of different persons that are most alike, highest first
 */
public record EvaluationReport(
        String models,
        int images,
        long genuinePairs,
        long impostorPairs,
        List<FailureToAcquire> failures,
        List<RoleFigures> roles,
        Optional<SeveralFaces> severalFaces,
        double accuracy,
        double accuracyDeviation,
        double equalErrorRate,
        List<OperatingPoint> operatingPoints,
        List<DetPoint> detCurve,
        StageTimes stageTimes,
        Optional<LivenessStatistics> liveness,
        List<PairScore> scores,
        List<CalibratedRates> calibrated,
        List<DetBand> detBand,
        Intervals intervals,
        ScoreHistogram genuineScores,
        ScoreHistogram impostorScores,
        QualityGate gate,
        List<GroupRates> groups,
        Optional<LookAlikes> lookAlikes,
        List<WorstPair> mostAlikeImpostors) {
    public EvaluationReport {
        failures = List.copyOf(failures);
        roles = List.copyOf(roles);
        operatingPoints = List.copyOf(operatingPoints);
        detCurve = List.copyOf(detCurve);
        scores = List.copyOf(scores);
        calibrated = List.copyOf(calibrated);
        detBand = List.copyOf(detBand);
        groups = List.copyOf(groups);
        mostAlikeImpostors = List.copyOf(mostAlikeImpostors);
    }

    /** The share of pictures that could not be used (FTA, ISO/IEC 19795-1), with the interval of Wilson. */
    public Rate failureToAcquire() {
        return Rate.wilson(failures.size(), images);
    }

    /** The pairs of one person that are least alike, lowest first. */
    public List<WorstPair> leastAlikeGenuine(int count) {
        return scores.stream()
                .filter(score -> score.pair().samePerson() && score.similarity().isPresent())
                .map(WorstPair::of)
                .sorted(Comparator.comparingDouble(WorstPair::similarity))
                .limit(count)
                .toList();
    }

    /**
     * The measured thresholds as a calibration of these models.
     *
     * @param dataSet the pictures, in words
     * @param date when this was measured
     * @throws IllegalArgumentException when there are too few pairs of persons for one of the rates, or too few persons in them for an
     *     interval, or two rates have the same threshold
     */
    public Calibration calibration(String dataSet, LocalDate date) {
        List<Calibration.Point> points = new ArrayList<>();
        for (OperatingPoint point : operatingPoints) {
            if (!point.supported()) {
                throw new IllegalArgumentException(intervals.personPairs()
                        + " pairs of persons are too few for a false match rate of " + point.falseMatchRate());
            }
            if (point.thresholdLow().isEmpty() || point.thresholdHigh().isEmpty()) {
                throw new IllegalArgumentException("a threshold needs at least " + Intervals.LEAST_PERSONS
                        + " persons in the pairs of different persons, and these are of "
                        + intervals.impostorPersons());
            }
            points.add(new Calibration.Point(
                    point.falseMatchRate(),
                    rounded(point.threshold()),
                    new Calibration.Interval(
                            rounded(point.thresholdLow().getAsDouble()),
                            rounded(point.thresholdHigh().getAsDouble()))));
        }
        return new Calibration(
                models,
                Calibration.SCORE,
                dataSet,
                date,
                images - failures.size(),
                genuinePairs,
                impostorPairs,
                points,
                ScoreHistogram.inCommonBins(genuineScores, impostorScores));
    }

    /** Up, so that no more pairs reach it than were asked for. */
    private static double rounded(double threshold) {
        return Math.ceil(threshold * 1000) / 1000;
    }
}
