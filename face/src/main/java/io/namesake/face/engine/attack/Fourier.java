package io.namesake.face.engine.attack;

/** Radix-2 Fourier transform of square patches (J. Cooley, J. Tukey, 1965), in place. */
final class Fourier {
    private final int side;
    private final int[] reversed;
    private final double[] cos;
    private final double[] sin;

    /** @param side a power of two */
    Fourier(int side) {
        this.side = side;
        reversed = new int[side];
        for (int i = 1; i < side; i++) {
            reversed[i] = reversed[i / 2] / 2 + (i % 2) * side / 2;
        }
        cos = new double[side / 2];
        sin = new double[side / 2];
        for (int k = 0; k < side / 2; k++) {
            cos[k] = Math.cos(-2 * Math.PI * k / side);
            sin[k] = Math.sin(-2 * Math.PI * k / side);
        }
    }

    /** Columns first, all of them at once, because neighbours in memory are the faster road; then the rows, as columns of the patch laid over. */
    void transform(double[] re, double[] im) {
        columns(re, im);
        layOver(re);
        layOver(im);
        columns(re, im);
        layOver(re);
        layOver(im);
    }

    private void columns(double[] re, double[] im) {
        for (int y = 0; y < side; y++) {
            if (y < reversed[y]) {
                swap(re, y * side, reversed[y] * side);
                swap(im, y * side, reversed[y] * side);
            }
        }
        for (int length = 2; length <= side; length *= 2) {
            int half = length / 2;
            for (int k = 0; k < half; k++) {
                double c = cos[k * (side / length)];
                double s = sin[k * (side / length)];
                for (int y = k; y < side; y += length) {
                    butterflies(re, im, y * side, (y + half) * side, c, s);
                }
            }
        }
    }

    /** Of two rows. */
    private void butterflies(double[] re, double[] im, int first, int second, double c, double s) {
        for (int x = 0; x < side; x++) {
            int a = first + x;
            int b = second + x;
            double r = re[b] * c - im[b] * s;
            double t = re[b] * s + im[b] * c;
            re[b] = re[a] - r;
            im[b] = im[a] - t;
            re[a] += r;
            im[a] += t;
        }
    }

    /** Rows become columns. */
    private void layOver(double[] values) {
        for (int y = 1; y < side; y++) {
            for (int x = 0; x < y; x++) {
                double value = values[y * side + x];
                values[y * side + x] = values[x * side + y];
                values[x * side + y] = value;
            }
        }
    }

    private void swap(double[] values, int one, int other) {
        for (int x = 0; x < side; x++) {
            double value = values[one + x];
            values[one + x] = values[other + x];
            values[other + x] = value;
        }
    }
}
