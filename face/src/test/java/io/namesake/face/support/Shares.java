package io.namesake.face.support;

import io.namesake.face.evaluation.Rate;
import java.util.Locale;

/** Counts as tests print them for a table. */
public final class Shares {
    private Shares() {}

    /** Such as {@code 4 of 266, 1.5 % (0.6-3.8)}. */
    public static String of(long some, long all) {
        Rate rate = Rate.wilson(some, all);
        return String.format(
                Locale.ROOT,
                "%d of %d, %.1f %% (%.1f-%.1f)",
                some,
                all,
                100 * rate.value(),
                100 * rate.low(),
                100 * rate.high());
    }
}
