package io.namesake.face.evaluation;

import java.util.OptionalDouble;

/**
 * What happens at one threshold.
 *
 * @param falseMatchRate the false match rate that was asked for
 * @param threshold the lowest similarity at which no more than that share of impostor pairs matches
 * @param thresholdLow lower end of the threshold's 95 % interval; empty when the persons are too few, see {@link Intervals}
 * @param thresholdHigh upper end of the threshold's 95 % interval; empty likewise
 * @param measuredFalseMatchRate the share of impostor pairs at or above the threshold
 * @param falseNonMatchRate the share of genuine pairs below the threshold
 * @param supported whether there are enough different pairs of persons for this rate: at least 3 / FMR (ISO/IEC 19795-1, rule of 3)
 */
public record OperatingPoint(
        double falseMatchRate,
        double threshold,
        OptionalDouble thresholdLow,
        OptionalDouble thresholdHigh,
        Rate measuredFalseMatchRate,
        Rate falseNonMatchRate,
        boolean supported) {}
