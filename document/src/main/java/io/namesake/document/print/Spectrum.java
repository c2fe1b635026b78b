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

    /** Of the left half, column by column, as the transform leaves it; the right one is the same turned. */
    private final double[] sum = new double[(SIDE / 2 + 1) * SIDE];

    private final double[] re = new double[SIDE * SIDE];
    private final double[] im = new double[SIDE * SIDE];
    private int windows;

    /** Adds two windows of the picture's luma, which must lie in it. One transform does for both, one as its real and one as its imaginary part. */
    void add(Page page, Point one, Point other) {
        fill(re, page, (int) one.x(), (int) one.y());
        fill(im, page, (int) other.x(), (int) other.y());
        transformColumns();
        transpose(re);
        transpose(im);
        transformColumns();
        for (int i = 0; i < sum.length; i++) {
            int j = (-(i / SIDE) & SIDE - 1) * SIDE + (-i & SIDE - 1);
            double first = (square(re[i] + re[j]) + square(im[i] - im[j])) / 4;
            double second = (square(im[i] + im[j]) + square(re[i] - re[j])) / 4;
            sum[i] += Math.log((1 + first) * (1 + second));
        }
        windows += 2;
    }

    private static void fill(double[] values, Page page, int left, int top) {
        int[] pixels = page.pixels();
        long sum = 0;
        for (int y = 0; y < SIDE; y++) {
            int from = (top + y) * page.width() + left;
            for (int x = 0; x < SIDE; x++) {
                int luma = Page.luma(pixels[from + x]);
                values[y * SIDE + x] = luma;
                sum += luma;
            }
        }
        double mean = (double) sum / values.length;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                values[y * SIDE + x] = (values[y * SIDE + x] - mean) * WINDOW[x] * WINDOW[y];
            }
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
        int row = u & SIDE - 1;
        return row <= SIDE / 2
                ? sum[row * SIDE + (v & SIDE - 1)] / windows
                : sum[(SIDE - row) * SIDE + (-v & SIDE - 1)] / windows;
    }

    /** Cooley and Tukey's transform of every column at once, in place: what is done to two of their numbers is done to two whole rows, which the processor takes many at a time. */
    private void transformColumns() {
        for (int i = 1, j = 0; i < SIDE; i++) {
            int bit = SIDE >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swapRows(re, i * SIDE, j * SIDE);
                swapRows(im, i * SIDE, j * SIDE);
            }
        }
        for (int length = 2; length <= SIDE; length <<= 1) {
            for (int i = 0; i < SIDE; i += length) {
                for (int k = 0; k < length / 2; k++) {
                    int turn = k * (SIDE / length);
                    butterfly(re, im, (i + k) * SIDE, (i + k + length / 2) * SIDE, COS[turn], SIN[turn]);
                }
            }
        }
    }

    private static void butterfly(double[] re, double[] im, int p, int q, double cos, double sin) {
        for (int c = 0; c < SIDE; c++) {
            double x = re[q + c] * cos - im[q + c] * sin;
            double y = re[q + c] * sin + im[q + c] * cos;
            re[q + c] = re[p + c] - x;
            im[q + c] = im[p + c] - y;
            re[p + c] += x;
            im[p + c] += y;
        }
    }

    private static void transpose(double[] values) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < y; x++) {
                double value = values[y * SIDE + x];
                values[y * SIDE + x] = values[x * SIDE + y];
                values[x * SIDE + y] = value;
            }
        }
    }

    private static void swapRows(double[] values, int i, int j) {
        for (int c = 0; c < SIDE; c++) {
            double value = values[i + c];
            values[i + c] = values[j + c];
            values[j + c] = value;
        }
    }
}
