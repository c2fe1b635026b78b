package io.namesake.face.evaluation;

/**
 * Median milliseconds per picture, by stage, on one thread (while the other threads are busy, too).
 *
 * @param decode bytes to upright pixels
 * @param detect finding faces
 * @param landmarks finding the 68 points
 * @param quality measuring the face
 * @param embed alignment and embedding networks
 * @param presentationAttack the presentation-attack network
 * @param total all of it
 */
public record StageTimes(
        double decode,
        double detect,
        double landmarks,
        double quality,
        double embed,
        double presentationAttack,
        double total) {}
