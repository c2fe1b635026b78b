package io.namesake.face.evaluation;

import java.util.List;

/**
 * Error rates over some of the pairs.
 *
 * @param genuinePairs pairs of the same person, at least one
 * @param impostorPairs pairs of different persons, at least one
 * @param equalErrorRate where both errors are equal, 0..1
 * @param operatingPoints at the false match rates of the options, with thresholds chosen on these pairs
 * @param calibrated at the calibration's thresholds; empty when the models have none
 * @param intervals what stands behind the intervals of these rates
 */
public record MeasuredRates(
        long genuinePairs,
        long impostorPairs,
        double equalErrorRate,
        List<OperatingPoint> operatingPoints,
        List<CalibratedRates> calibrated,
        Intervals intervals) {
    public MeasuredRates {
        operatingPoints = List.copyOf(operatingPoints);
        calibrated = List.copyOf(calibrated);
    }
}
