package io.namesake.face.evaluation.attacks;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** A fine print that is worn, and where it lies on a face; places are fractions of the face's box. */
final class Worn {
    /** The tip of the nose. */
    static final double NOSE = 0.55;

    /** Above the upper lip. */
    static final double LIPS = 0.66;

    private Worn() {}

    /** Whoever wears it over that part of the face. */
    static BufferedImage by(Raster shown, Raster wearer, RandomGenerator random, Raster.Part covered) {
        Raster print = Paper.printed(shown, random).blurred(0.5 + 0.3 * random.nextDouble());
        return wearer.with(print, covered).image();
    }

    static boolean face(double x, double y) {
        return square((x - 0.5) / 0.47) + square((y - 0.52) / 0.48) < 1;
    }

    static boolean eyes(double x, double y) {
        return square((Math.abs(x - 0.5) - 0.2) / 0.13) + square((y - 0.38) / 0.06) < 1;
    }

    private static double square(double value) {
        return value * value;
    }
}
