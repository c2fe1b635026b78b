package io.namesake.face.evaluation;

/**
 * An error rate and its 95 % confidence interval.
 *
 * @param value 0..1
 * @param low lower end of the interval, 0..1; 0 with a high of 1 when nothing can be said about it
 * @param high upper end of the interval, 0..1
 */
public record Rate(double value, double low, double high) {
    private static final double Z = 1.959964;

    /** The interval of E. B. Wilson (1927), for independent trials, at least one. */
    public static Rate wilson(long errors, long trials) {
        double p = (double) errors / trials;
        double z2 = Z * Z / trials;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / trials + z2 / (4.0 * trials));
        // At 0 and 1 the interval ends there exactly, which sums of doubles miss by a hair.
        return new Rate(p, Math.clamp(centre - half, 0, p), Math.clamp(centre + half, p, 1));
    }

    /** A rate about whose doubt nothing can be said, as with few persons: its interval is everything from 0 to 1. */
    static Rate withoutInterval(double value) {
        return new Rate(value, 0, 1);
    }

    /** Whether the interval says anything. */
    public boolean hasInterval() {
        return low > 0 || high < 1;
    }

    /** The upper end after C. J. Clopper and E. S. Pearson (1934) when none of the trials was an error. */
    static double upperEndWithoutErrors(long trials) {
        return 1 - Math.pow(0.025, 1.0 / trials);
    }
}
