package io.namesake.face;

import java.util.Objects;

/**
 * An error rate read off a {@link Calibration}.
 *
 * @param value 0..1
 * @param sense whether the rate was within what was measured
 */
public record EstimatedRate(double value, Sense sense) {
    /** How a value is meant. */
    public enum Sense {
        /** Between two measured rates. */
        ABOUT,
        /** Beyond the lowest measured rate: it may be lower. */
        AT_MOST,
        /** Beyond the highest measured rate: it may be higher. */
        AT_LEAST
    }

    public EstimatedRate {
        Objects.requireNonNull(sense, "sense");
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a rate must lie in 0..1, not " + value);
        }
    }
}
