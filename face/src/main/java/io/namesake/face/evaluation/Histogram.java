package io.namesake.face.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Counts similarities in bins of 0.001 from -20 to 40; what lies beyond is counted at the ends. For one thread. */
final class Histogram {
    private static final double FROM = -20;
    private static final double BINS_PER_UNIT = 1000;

    private final long[] counts = new long[60_000];

    void add(double similarity) {
        counts[bin(similarity)]++;
    }

    void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** Similarities in the bin of this one and above. */
    long countFrom(double similarity) {
        return countFromBin(bin(similarity));
    }

    /** Similarities in this bin and above. */
    long countFromBin(int bin) {
        long sum = 0;
        for (int i = bin; i < counts.length; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** The highest bin from which at least that many similarities are counted. */
    int binOfHighest(long wanted) {
        long sum = 0;
        int i = counts.length;
        while (i > 0 && sum < wanted) {
            i--;
            sum += counts[i];
        }
        return i;
    }

    /** In bins of a quarter, from the lowest to the highest similarity. */
    ScoreHistogram coarse() {
        int width = (int) (BINS_PER_UNIT / 4);
        int first = 0;
        while (first < counts.length - width && sum(first, width) == 0) {
            first += width;
        }
        int last = counts.length - width;
        while (last > first && sum(last, width) == 0) {
            last -= width;
        }
        List<Long> sums = new ArrayList<>();
        for (int from = first; from <= last; from += width) {
            sums.add(sum(from, width));
        }
        return new ScoreHistogram(FROM + first / BINS_PER_UNIT, width / BINS_PER_UNIT, sums);
    }

    private long sum(int from, int width) {
        long sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** The start of the lowest bin with something in it. */
    double lowest() {
        int i = 0;
        while (i < counts.length - 1 && counts[i] == 0) {
            i++;
        }
        return FROM + i / BINS_PER_UNIT;
    }

    static int bin(double similarity) {
        return (int) Math.clamp((similarity - FROM) * BINS_PER_UNIT, 0, 59_999);
    }
}
