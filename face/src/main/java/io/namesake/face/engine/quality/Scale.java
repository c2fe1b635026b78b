package io.namesake.face.engine.quality;

/** Raw values to components 0..100, by the mappings that OFIQ 1.1's configuration publishes. */
final class Scale {
    private Scale() {}

    /** Half at {@code middle}, rising with the raw value. */
    static double rising(double raw, double middle, double width) {
        return 100 * sigmoid(raw, middle, width);
    }

    /** Half at {@code middle}, falling with the raw value. */
    static double falling(double raw, double middle, double width) {
        return 100 * (1 - sigmoid(raw, middle, width));
    }

    /** What is left of a share that is lost. */
    static double remainder(double lostShare) {
        return 100 * (1 - lostShare);
    }

    /** OFIQ's for angles: 100 in front, 75 at 30°, 0 from 90° on. */
    static double angle(double degrees) {
        double cosine = Math.max(0, Math.cos(Math.toRadians(degrees)));
        return 100 * cosine * cosine;
    }

    /** To a whole number within 0..100. */
    static int component(double value) {
        return (int) Math.round(Math.clamp(value, 0, 100));
    }

    static double sigmoid(double raw, double middle, double width) {
        return 1 / (1 + Math.exp((middle - raw) / width));
    }
}
