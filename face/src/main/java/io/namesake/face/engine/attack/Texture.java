package io.namesake.face.engine.attack;

import io.namesake.face.engine.decode.Picture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Histogram of uniform local binary patterns: eight neighbours on a square ring two pixels away (T. Ojala, M. Pietikäinen, T. Mäenpää, "Multiresolution
 * gray-scale and rotation invariant texture classification with local binary patterns", PAMI 2002).
 */
final class Texture {
    /** 58 patterns with at most two changes around the ring, and one bin for all others, which is the last. */
    static final int BINS = 59;

    private static final int RADIUS = 2;

    /** A neighbour is brighter only by more than this, so that the rounding and noise of flat skin are no pattern. */
    private static final double FLAT = 2;

    private static final int[][] RING = {{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}};
    private static final int[] BIN = bins();

    private Texture() {}

    /**
     * Shares that add up to 1.
     *
     * @param face aligned to {@link io.namesake.face.engine.align.Alignment#ARCFACE_112}
     */
    static List<Double> of(Picture face) {
        int width = face.width();
        double[] luma = new double[face.pixels().length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = Light.luma(face.pixels()[i]);
        }
        int[] counts = new int[BINS];
        int n = 0;
        for (int y = face.height() / 5; y < face.height() * 19 / 20; y++) {
            for (int x = width * 3 / 20; x < width * 17 / 20; x++, n++) {
                int centre = y * width + x;
                int code = 0;
                for (int k = 0; k < RING.length; k++) {
                    int neighbour = centre + RADIUS * (RING[k][1] * width + RING[k][0]);
                    code |= luma[neighbour] > luma[centre] + FLAT ? 1 << k : 0;
                }
                counts[BIN[code]]++;
            }
        }
        List<Double> shares = new ArrayList<>();
        for (int count : counts) {
            shares.add((double) count / n);
        }
        return Collections.unmodifiableList(shares);
    }

    private static int[] bins() {
        int[] bins = new int[256];
        int next = 0;
        for (int code = 0; code < bins.length; code++) {
            int turned = code >> 1 | (code & 1) << 7;
            bins[code] = Integer.bitCount(code ^ turned) <= 2 ? next++ : BINS - 1;
        }
        return bins;
    }
}
