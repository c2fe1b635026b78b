package io.namesake.cli.report;

import io.namesake.face.evaluation.Intervals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what stands behind the intervals of an evaluation, and why there are none. */
final class IntervalNote {
    private IntervalNote() {}

    /** Sentences. */
    static String of(Intervals intervals) {
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                Locale.ROOT, "95 %% intervals come from drawing the persons anew %,d times.", Intervals.ROUNDS));
        if (!intervals.ofBoth()) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Of fewer than %d persons there are none: pairs of one person show %,d, pairs of different persons %,d.",
                    Intervals.LEAST_PERSONS,
                    intervals.genuinePersons(),
                    intervals.impostorPersons()));
        }
        if (intervals.roundsLeftOut() > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%,d of these drew no pair of one of the two kinds and are left out.",
                    intervals.roundsLeftOut()));
        }
        return String.join(" ", sentences);
    }
}
