package io.namesake.face.evaluation;

/**
 * The doubt about the detection error trade-off at one false match rate.
 *
 * @param falseMatchRate 0..1
 * @param low lower end of the false non-match rate's 95 % interval there
 * @param high upper end
 */
public record DetBand(double falseMatchRate, double low, double high) {}
