package io.namesake.face;

/**
 * How the face is lit, measured within the aligned face (hair and background left out).
 *
 * @param brightness mean luma (ITU-R BT.601) of the face, 0 black .. 1 white
 * @param darkShare share of the face's pixels with luma below 0.1, 0..1: detail lost in shadow
 * @param brightShare share of the face's pixels with luma above 0.97, 0..1: detail lost in glare
 */
public record Exposure(double brightness, double darkShare, double brightShare) {}
