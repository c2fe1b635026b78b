package io.namesake.face.evaluation;

import java.util.List;

/**
 * How often each similarity was seen.
 *
 * @param from where the first bin starts
 * @param width of a bin
 * @param counts pairs per bin, from the lowest to the highest that was seen
 */
public record ScoreHistogram(double from, double width, List<Long> counts) {
    public ScoreHistogram {
        counts = List.copyOf(counts);
    }
}
