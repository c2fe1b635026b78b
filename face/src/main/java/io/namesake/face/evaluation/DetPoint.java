package io.namesake.face.evaluation;

/**
 * A point of the detection error trade-off curve (ISO/IEC 19795-1).
 *
 * @param threshold the similarity
 * @param falseMatchRate share of impostor pairs at or above it, 0..1
 * @param falseNonMatchRate share of genuine pairs below it, 0..1
 */
public record DetPoint(double threshold, double falseMatchRate, double falseNonMatchRate) {}
