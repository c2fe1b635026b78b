package io.namesake.face.engine.decode;

/**
 * Coefficients of a block of 8 x 8 to 4 x 4 samples, each the mean of four that {@link BlockTransform} would yield (but for rounding), for a
 * third of the work. The mean of two neighbours of a cosine of frequency u is cos(u pi / 16) times a cosine that a block of 4 can show:
 * its own for u below 4, nothing for 4, and that of 8 - u with the sign turned above.
 */
final class HalfTransform {
    static final int SIDE = 4;

    private static final float COS_1 = (float) Math.cos(Math.PI / 8);
    private static final float COS_2 = (float) Math.cos(Math.PI / 4);
    private static final float COS_3 = (float) Math.cos(3 * Math.PI / 8);

    /** Up to here in the order of the file, all coefficients are among the first four of their row and column. */
    private static final int LOW = 9;

    private final float[] factors = new float[64];
    private final float[] rows = new float[8 * SIDE];

    /** @param steps of the quantisation, row after row */
    HalfTransform(int[] steps) {
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) (steps[i] * factor(i / 8) * factor(i % 8));
        }
    }

    private static double factor(int frequency) {
        double half = frequency == 0 ? Math.sqrt(0.5) / 2 : Math.cos(frequency * Math.PI / 16) / 2;
        return frequency == 4 ? 0 : frequency > 4 ? -half : half;
    }

    /** The same parameters as {@link BlockTransform#full}; a smaller block goes to {@code samples}. */
    void half(short[] in, int at, int last, byte[] samples, int to, int stride) {
        if (last == 0) {
            byte flat = sample(in[at] * factors[0]);
            for (int y = 0; y < SIDE; y++) {
                int row = to + y * stride;
                samples[row] = flat;
                samples[row + 1] = flat;
                samples[row + 2] = flat;
                samples[row + 3] = flat;
            }
            return;
        }
        float[] f = factors;
        int used = last <= LOW ? 4 : 8;
        for (int v = 0; v < used; v++) {
            int i = 8 * v;
            int j = at + i;
            float z0 = in[j] * f[i];
            float z1 = in[j + 1] * f[i + 1];
            float z2 = in[j + 2] * f[i + 2];
            float z3 = in[j + 3] * f[i + 3];
            if (used == 8) {
                z1 += in[j + 7] * f[i + 7];
                z2 += in[j + 6] * f[i + 6];
                z3 += in[j + 5] * f[i + 5];
            }
            float even = z2 * COS_2;
            float odd0 = z1 * COS_1 + z3 * COS_3;
            float odd1 = z1 * COS_3 - z3 * COS_1;
            int r = SIDE * v;
            rows[r] = z0 + even + odd0;
            rows[r + 1] = z0 - even + odd1;
            rows[r + 2] = z0 - even - odd1;
            rows[r + 3] = z0 + even - odd0;
        }
        for (int x = 0; x < SIDE; x++) {
            float z0 = rows[x];
            float z1 = rows[SIDE + x];
            float z2 = rows[2 * SIDE + x];
            float z3 = rows[3 * SIDE + x];
            if (used == 8) {
                z1 += rows[7 * SIDE + x];
                z2 += rows[6 * SIDE + x];
                z3 += rows[5 * SIDE + x];
            }
            float even = z2 * COS_2;
            float odd0 = z1 * COS_1 + z3 * COS_3;
            float odd1 = z1 * COS_3 - z3 * COS_1;
            int i = to + x;
            samples[i] = sample(z0 + even + odd0);
            samples[i + stride] = sample(z0 - even + odd1);
            samples[i + 2 * stride] = sample(z0 - even - odd1);
            samples[i + 3 * stride] = sample(z0 + even - odd0);
        }
    }

    private static byte sample(float value) {
        // Rounded to the nearest: what is cut off is above 0 within any range that counts.
        return BlockTransform.sample((int) (value + 1024.5f) - 1024);
    }
}
