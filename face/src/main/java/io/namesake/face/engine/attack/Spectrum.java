package io.namesake.face.engine.attack;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Mean power spectrum of square patches (P. Welch, 1967): chance differs from patch to patch, a pattern does not. */
final class Spectrum {
    static final int SIDE = 64;
    private static final int HALF = SIDE / 2;
    private static final Fourier FOURIER = new Fourier(SIDE);
    private static final double[] WINDOW = hann();

    /** Rounding to whole levels alone leaves this much in every bin: a variance of 1/12 per pixel, under the window. */
    private static final double ROUNDING =
            Math.pow(Arrays.stream(WINDOW).map(w -> w * w).sum(), 2) / 12;

    private static final int FIRST_PEAK_RING = 9;

    /** JPEG codes blocks of 8 x 8; their edges peak at multiples of an eighth on the axes, on any picture. */
    private static final int BLOCKS = SIDE / 8;

    /** Bins of the upper half plane by their distance from zero frequency; the lower half mirrors it. */
    private static final int[][] RINGS =
            IntStream.range(0, HALF).mapToObj(Spectrum::ring).toArray(int[][]::new);

    private final double[] power = new double[SIDE * SIDE];
    private int patches;
    /** A patch that waits for another: two real patches are transformed as one of complex numbers, in the time of one. */
    private double[] waiting;

    /** Adds a patch of {@value #SIDE} x {@value #SIDE} values. */
    void add(double[] patch) {
        double[] windowed = windowed(patch);
        patches++;
        if (waiting == null) {
            waiting = windowed;
        } else {
            transform(waiting, windowed);
            waiting = null;
        }
    }

    private static double[] windowed(double[] patch) {
        // A stream's mean minds every rounding, which takes as long as the transform.
        double sum = 0;
        for (double value : patch) {
            sum += value;
        }
        double mean = sum / patch.length;
        double[] windowed = new double[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                windowed[y * SIDE + x] = (patch[y * SIDE + x] - mean) * WINDOW[x] * WINDOW[y];
            }
        }
        return windowed;
    }

    /** What both patches have at a frequency adds up to the mean of what their sum has there and at its negative. */
    private void transform(double[] one, double[] other) {
        FOURIER.transform(one, other);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int i = y * SIDE + x;
                int j = (SIDE - y & SIDE - 1) * SIDE + (SIDE - x & SIDE - 1);
                power[i] += (one[i] * one[i] + other[i] * other[i] + one[j] * one[j] + other[j] * other[j]) / 2;
            }
        }
    }

    private double[] power() {
        if (waiting != null) {
            transform(waiting, new double[SIDE * SIDE]);
            waiting = null;
        }
        return power;
    }

    /** Natural log of the strongest bin over the median of its ring, past the frequencies of the face's own features. */
    double peak() {
        double[] power = power();
        double highest = 0;
        for (int ring = FIRST_PEAK_RING; ring < HALF; ring++) {
            double[] bins = Arrays.stream(RINGS[ring])
                    .mapToDouble(bin -> power[bin])
                    .sorted()
                    .toArray();
            double strongest = Arrays.stream(RINGS[ring])
                    .filter(bin -> !isOfBlocks(bin))
                    .mapToDouble(bin -> power[bin])
                    .max()
                    .orElse(0);
            highest = Math.max(highest, Math.log((strongest + floor()) / (bins[bins.length / 2] + floor())));
        }
        return highest;
    }

    /** Natural log of the mean power from one ring to another (exclusive) over that from a third to a fourth. */
    double logRatio(int from, int to, int overFrom, int overTo) {
        return Math.log((mean(from, to) + floor()) / (mean(overFrom, overTo) + floor()));
    }

    private double floor() {
        return ROUNDING * Math.max(1, patches);
    }

    private double mean(int from, int to) {
        double[] power = power();
        return Arrays.stream(RINGS, from, to)
                .flatMapToInt(Arrays::stream)
                .mapToDouble(bin -> power[bin])
                .average()
                .orElse(0);
    }

    private static int[] ring(int radius) {
        return IntStream.range(0, (HALF + 1) * SIDE)
                .filter(i -> Math.round(Math.hypot(i % SIDE - HALF, i / SIDE)) == radius)
                .map(i -> i / SIDE % SIDE * SIDE + (i % SIDE + HALF) % SIDE)
                .toArray();
    }

    private static boolean isOfBlocks(int bin) {
        int x = fromZero(bin % SIDE);
        int y = fromZero(bin / SIDE);
        return nearBlocks(x) && y <= 1 || nearBlocks(y) && x <= 1;
    }

    private static int fromZero(int frequency) {
        return Math.min(frequency, SIDE - frequency);
    }

    private static boolean nearBlocks(int frequency) {
        return (frequency + 1) % BLOCKS <= 2;
    }

    private static double[] hann() {
        return IntStream.range(0, SIDE)
                .mapToDouble(i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / SIDE))
                .toArray();
    }
}
