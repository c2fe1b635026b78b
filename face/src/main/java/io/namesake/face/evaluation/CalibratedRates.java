package io.namesake.face.evaluation;

/**
 * Both errors at a threshold that was not chosen on these pairs but comes from the {@link io.namesake.face.Calibration}.
 *
 * @param calibratedFor the false match rate that the calibration promises there
 * @param threshold the similarity
 * @param falseMatchRate the share of these impostor pairs at or above it
 * @param falseNonMatchRate the share of these genuine pairs below it
 */
public record CalibratedRates(double calibratedFor, double threshold, Rate falseMatchRate, Rate falseNonMatchRate) {}
