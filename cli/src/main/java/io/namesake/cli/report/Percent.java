package io.namesake.cli.report;

import io.namesake.face.evaluation.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes measured rates for people. */
final class Percent {
    private Percent() {}

    /** In percent with two decimals or, where these would say nothing of a small rate, with two digits that do: {@code 0.0098 %}. */
    static String of(double share) {
        double percent = share * 100;
        if (percent == 0 || percent >= 0.1) {
            return String.format(Locale.ROOT, "%.2f %%", percent);
        }
        return new BigDecimal(percent)
                        .round(new MathContext(2, RoundingMode.HALF_UP))
                        .toPlainString() + " %";
    }

    /** With its interval in brackets. */
    static String of(Rate rate) {
        if (!rate.hasInterval()) {
            return of(rate.value()) + " (no interval)";
        }
        return of(rate.value()) + " (" + of(rate.low()) + "–" + of(rate.high()) + ")";
    }
}
