package io.namesake.face.evaluation;

/**
 * An error rate and its 95 % confidence interval.
 *
 * @param value 0..1
 * @param low lower end of the interval, 0..1
 * @param high upper end of the interval, 0..1
 */
public record Rate(double value, double low, double high) {}
