package io.namesake.cli.explain;

import io.namesake.face.EstimatedRate;
import java.util.Locale;

/** Error rates in words that a person can picture. */
final class Rates {

    private Rates() {}

    /** Such as "one in 10,000". */
    static String oneIn(double rate) {
        return String.format(Locale.ROOT, "one in %,d", Math.round(1 / rate));
    }

    /** Such as "less than one in 10,000". */
    static String oneIn(EstimatedRate rate) {
        return switch (rate.sense()) {
            case AT_MOST -> "fewer than " + oneIn(rate.value());
            case ABOUT -> "about " + oneIn(rate.value());
            case AT_LEAST -> "more than " + oneIn(rate.value());
        };
    }
}
