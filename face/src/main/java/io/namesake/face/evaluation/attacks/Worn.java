package io.namesake.face.evaluation.attacks;

/** Where a worn mask lies on a face; places are fractions of the face's box. */
final class Worn {
    /** The tip of the nose. */
    static final double NOSE = 0.55;

    /** Above the upper lip. */
    static final double LIPS = 0.66;

    private Worn() {}

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
