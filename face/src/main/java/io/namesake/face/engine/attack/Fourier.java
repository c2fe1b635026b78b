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

    /** Rows first, then columns. */
    void transform(double[] re, double[] im) {
        for (int i = 0; i < side; i++) {
            transform(re, im, i * side, 1);
        }
        for (int i = 0; i < side; i++) {
            transform(re, im, i, side);
        }
    }

    private void transform(double[] re, double[] im, int start, int step) {
        for (int i = 0; i < side; i++) {
            if (i < reversed[i]) {
                swap(re, start + i * step, start + reversed[i] * step);
                swap(im, start + i * step, start + reversed[i] * step);
            }
        }
        for (int length = 2; length <= side; length *= 2) {
            int half = length / 2;
            for (int k = 0; k < half; k++) {
                double c = cos[k * (side / length)];
                double s = sin[k * (side / length)];
                for (int i = k; i < side; i += length) {
                    int a = start + i * step;
                    int b = a + half * step;
                    double r = re[b] * c - im[b] * s;
                    double t = re[b] * s + im[b] * c;
                    re[b] = re[a] - r;
                    im[b] = im[a] - t;
                    re[a] += r;
                    im[a] += t;
                }
            }
        }
    }

    private static void swap(double[] values, int a, int b) {
        double value = values[a];
        values[a] = values[b];
        values[b] = value;
    }
}
