package io.namesake.face.evaluation;

/**
 * How the presentation-attack network sees the evaluated pictures, which are taken to be bona fide presentations.
 *
 * @param assessed pictures it could say something about
 * @param notAssessed pictures with too little around the face
 * @param median median live score, 0..1
 * @param threshold the live score below which a picture is suspected
 * @param bonaFideClassificationErrorRate share of assessed pictures that are suspected (BPCER, ISO/IEC 30107-3), with the Wilson
 *     interval, which takes pictures for independent
 */
public record LivenessStatistics(
        int assessed, int notAssessed, double median, double threshold, Rate bonaFideClassificationErrorRate) {}
