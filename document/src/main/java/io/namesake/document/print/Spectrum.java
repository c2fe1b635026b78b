package io.namesake.document.print;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Point;

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

    /** Of the upper half, row by row; the lower one is the same turned. */
    private final double[] sum = new double[(SIDE / 2 + 1) * SIDE];

    private final double[] re = new double[SIDE * SIDE];
    private final double[] im = new double[SIDE * SIDE];
    private int windows;

    /** Adds two windows of the picture's luma, which must lie in it. One transform does for both, one as its real and one as its imaginary part. */
    void add(Page page, Point one, Point other) {
        fill(re, page, (int) one.x(), (int) one.y());
        fill(im, page, (int) other.x(), (int) other.y());
        for (int i = 0; i < SIDE; i++) {
            transform(i * SIDE, 1);
        }
        for (int i = 0; i < SIDE; i++) {
            transform(i, SIDE);
        }
        for (int i = 0; i < sum.length; i++) {
            int j = (-(i / SIDE) & SIDE - 1) * SIDE + (-i & SIDE - 1);
            double first = (square(re[i] + re[j]) + square(im[i] - im[j])) / 4;
            double second = (square(im[i] + im[j]) + square(re[i] - re[j])) / 4;
            sum[i] += Math.log((1 + first) * (1 + second));
        }
        windows += 2;
    }

    private static void fill(double[] values, Page page, int left, int top) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Page.luma(page.pixels()[(top + i / SIDE) * page.width() + left + i % SIDE]);
            mean += values[i] / values.length;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) * WINDOW[i % SIDE] * WINDOW[i / SIDE];
        }
    }

    private static double square(double value) {
        return value * value;
    }

    int windows() {
        return windows;
    }

    /** @param u waves across a window, from left to right @param v from top to bottom; both may be negative */
    double at(int u, int v) {
        int row = v & SIDE - 1;
        return row <= SIDE / 2
                ? sum[row * SIDE + (u & SIDE - 1)] / windows
                : sum[(SIDE - row) * SIDE + (-u & SIDE - 1)] / windows;
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
