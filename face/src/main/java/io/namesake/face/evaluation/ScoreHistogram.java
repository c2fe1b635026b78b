package io.namesake.face.evaluation;

import io.namesake.face.Calibration;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Both in the bins that cover the two; they have one width, and start a whole number of bins apart. */
    static Calibration.Distributions inCommonBins(ScoreHistogram genuine, ScoreHistogram impostor) {
        double from = Math.min(genuine.from, impostor.from);
        int bins = (int) Math.round((Math.max(genuine.end(), impostor.end()) - from) / genuine.width);
        return new Calibration.Distributions(
                from, genuine.width, genuine.spread(from, bins), impostor.spread(from, bins));
    }

    private double end() {
        return from + counts.size() * width;
    }

    private List<Long> spread(double start, int bins) {
        int before = (int) Math.round((from - start) / width);
        return IntStream.range(0, bins)
                .mapToObj(i -> i < before || i >= before + counts.size() ? 0L : counts.get(i - before))
                .toList();
    }
}
