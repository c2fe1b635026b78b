package io.namesake.document.print;

import io.namesake.document.print.page.Page;

/** The mean of the logarithms of power spectra of square windows of one picture: what repeats in all of them stands out, what each shows does not. */
final class Spectrum {
    /** Of a window, pixels; a power of two. */
    static final int SIDE = 128;

    private static final double[] WINDOW = new double[SIDE];
    private static final double[] COS = new double[SIDE / 2];
    private static final double[] SIN = new double[SIDE / 2];

    static {
        for (int i = 0; i < SIDE; i++) {
            WINDOW[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIDE);
        }
        for (int i = 0; i < SIDE / 2; i++) {
            COS[i] = Math.cos(-2 * Math.PI * i / SIDE);
            SIN[i] = Math.sin(-2 * Math.PI * i / SIDE);
        }
    }

    private final double[] sum = new double[SIDE * SIDE];
    private final double[] re = new double[SIDE * SIDE];
    private final double[] im = new double[SIDE * SIDE];
    private int windows;

    /** Adds a window of the picture's luma, which must lie in it. */
    void add(Page page, int left, int top) {
        double mean = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double luma = Page.luma(page.pixels()[(top + y) * page.width() + left + x]);
                re[y * SIDE + x] = luma;
                mean += luma / (SIDE * SIDE);
            }
        }
        for (int i = 0; i < re.length; i++) {
            re[i] = (re[i] - mean) * WINDOW[i % SIDE] * WINDOW[i / SIDE];
            im[i] = 0;
        }
        for (int i = 0; i < SIDE; i++) {
            transform(i * SIDE, 1);
        }
        for (int i = 0; i < SIDE; i++) {
            transform(i, SIDE);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += Math.log(1 + re[i] * re[i] + im[i] * im[i]);
        }
        windows++;
    }

    int windows() {
        return windows;
    }

    /** @param u waves across a window, from left to right @param v from top to bottom; both may be negative */
    double at(int u, int v) {
        return sum[(v & SIDE - 1) * SIDE + (u & SIDE - 1)] / windows;
    }

    /** Cooley and Tukey's transform of one row or column, in place. */
    private void transform(int start, int step) {
        for (int i = 1, j = 0; i < SIDE; i++) {
            int bit = SIDE >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, start + i * step, start + j * step);
                swap(im, start + i * step, start + j * step);
            }
        }
        for (int length = 2; length <= SIDE; length <<= 1) {
            for (int i = 0; i < SIDE; i += length) {
                for (int k = 0; k < length / 2; k++) {
                    int p = start + (i + k) * step;
                    int q = start + (i + k + length / 2) * step;
                    double cos = COS[k * (SIDE / length)];
                    double sin = SIN[k * (SIDE / length)];
                    double x = re[q] * cos - im[q] * sin;
                    double y = re[q] * sin + im[q] * cos;
                    re[q] = re[p] - x;
                    im[q] = im[p] - y;
                    re[p] += x;
                    im[p] += y;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
