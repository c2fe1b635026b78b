package io.namesake.face.engine.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Coefficients of a block of 8 x 8 back to samples, by the factorisation of C. Loeffler, A. Ligtenberg and G. Moschytz ("Practical fast
 * 1-D DCT algorithms with 11 multiplications", ICASSP 1989) in fixed point with the usual 13 bits for the constants and 2 more bits between
 * the passes, so that the samples are, bit for bit, those of the decoder that most programs use. For one thread.
 */
final class BlockTransform {
    static final int SIDE = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int CONSTANT_BITS = 13;
    private static final int PASS_BITS = 2;
    private static final int MIDDLE = 128;

    private static final int C_0_2986 = constant(0.298631336);
    private static final int C_0_3901 = constant(0.390180644);
    private static final int C_0_5411 = constant(0.541196100);
    private static final int C_0_7653 = constant(0.765366865);
    private static final int C_0_8999 = constant(0.899976223);
    private static final int C_1_1758 = constant(1.175875602);
    private static final int C_1_5013 = constant(1.501321110);
    private static final int C_1_8477 = constant(1.847759065);
    private static final int C_1_9615 = constant(1.961570560);
    private static final int C_2_0531 = constant(2.053119869);
    private static final int C_2_5629 = constant(2.562915447);
    private static final int C_3_0727 = constant(3.072711026);

    private final int[] columns = new int[SIDE * SIDE];

    private static int constant(double value) {
        return (int) Math.round(value * (1 << CONSTANT_BITS));
    }

    /** As the sum of squares of a column's or row's even and odd part need. */
    private static int descale(int value, int bits) {
        return value + (1 << bits - 1) >> bits;
    }

    static byte sample(int value) {
        return (byte) Math.max(0, Math.min(value + MIDDLE, 255));
    }

    /**
     * @param coefficients quantised
     * @param at where those of the block start, row after row
     * @param last the place of the last one that is not zero, in the order of the file; 0 when there is at most the first
     * @param steps of the quantisation, row after row
     * @param samples where the block goes
     * @param to where it starts
     * @param stride from one row to the next
     */
    void full(short[] coefficients, int at, int last, int[] steps, byte[] samples, int to, int stride) {
        if (last == 0) {
            byte flat = sample(descale(coefficients[at] * steps[0] << PASS_BITS, PASS_BITS + 3));
            long eight = (flat & 0xFF) * 0x01_01_01_01_01_01_01_01L;
            for (int y = 0; y < SIDE; y++) {
                LONGS.set(samples, to + y * stride, eight);
            }
            return;
        }
        for (int x = 0; x < SIDE; x++) {
            column(coefficients, at + x, steps, x);
        }
        for (int y = 0; y < SIDE; y++) {
            row(y * SIDE, samples, to + y * stride);
        }
    }

    private void column(short[] in, int at, int[] steps, int x) {
        int[] out = columns;
        int zero = in[at] * steps[x];
        if ((in[at + 8] | in[at + 16] | in[at + 24] | in[at + 32] | in[at + 40] | in[at + 48] | in[at + 56]) == 0) {
            int flat = zero << PASS_BITS;
            for (int i = x; i < out.length; i += SIDE) {
                out[i] = flat;
            }
            return;
        }
        int two = in[at + 16] * steps[x + 16];
        int six = in[at + 48] * steps[x + 48];
        int four = in[at + 32] * steps[x + 32];
        int turned = (two + six) * C_0_5411;
        int low = turned - six * C_1_8477;
        int high = turned + two * C_0_7653;
        int sum = zero + four << CONSTANT_BITS;
        int difference = zero - four << CONSTANT_BITS;

        int seven = in[at + 56] * steps[x + 56];
        int five = in[at + 40] * steps[x + 40];
        int three = in[at + 24] * steps[x + 24];
        int one = in[at + 8] * steps[x + 8];
        int z3 = seven + three;
        int z4 = five + one;
        int z5 = (z3 + z4) * C_1_1758;
        int z1 = -(seven + one) * C_0_8999;
        int z2 = -(five + three) * C_2_5629;
        z3 = z5 - z3 * C_1_9615;
        z4 = z5 - z4 * C_0_3901;
        int odd0 = seven * C_0_2986 + z1 + z3;
        int odd1 = five * C_2_0531 + z2 + z4;
        int odd2 = three * C_3_0727 + z2 + z3;
        int odd3 = one * C_1_5013 + z1 + z4;

        int bits = CONSTANT_BITS - PASS_BITS;
        out[x] = descale(sum + high + odd3, bits);
        out[x + 56] = descale(sum + high - odd3, bits);
        out[x + 8] = descale(difference + low + odd2, bits);
        out[x + 48] = descale(difference + low - odd2, bits);
        out[x + 16] = descale(difference - low + odd1, bits);
        out[x + 40] = descale(difference - low - odd1, bits);
        out[x + 24] = descale(sum - high + odd0, bits);
        out[x + 32] = descale(sum - high - odd0, bits);
    }

    private void row(int at, byte[] samples, int to) {
        int[] in = columns;
        int two = in[at + 2];
        int six = in[at + 6];
        int turned = (two + six) * C_0_5411;
        int low = turned - six * C_1_8477;
        int high = turned + two * C_0_7653;
        int sum = in[at] + in[at + 4] << CONSTANT_BITS;
        int difference = in[at] - in[at + 4] << CONSTANT_BITS;

        int seven = in[at + 7];
        int five = in[at + 5];
        int three = in[at + 3];
        int one = in[at + 1];
        int z3 = seven + three;
        int z4 = five + one;
        int z5 = (z3 + z4) * C_1_1758;
        int z1 = -(seven + one) * C_0_8999;
        int z2 = -(five + three) * C_2_5629;
        z3 = z5 - z3 * C_1_9615;
        z4 = z5 - z4 * C_0_3901;
        int odd0 = seven * C_0_2986 + z1 + z3;
        int odd1 = five * C_2_0531 + z2 + z4;
        int odd2 = three * C_3_0727 + z2 + z3;
        int odd3 = one * C_1_5013 + z1 + z4;

        int bits = CONSTANT_BITS + PASS_BITS + 3;
        samples[to] = sample(descale(sum + high + odd3, bits));
        samples[to + 7] = sample(descale(sum + high - odd3, bits));
        samples[to + 1] = sample(descale(difference + low + odd2, bits));
        samples[to + 6] = sample(descale(difference + low - odd2, bits));
        samples[to + 2] = sample(descale(difference - low + odd1, bits));
        samples[to + 5] = sample(descale(difference - low - odd1, bits));
        samples[to + 3] = sample(descale(sum - high + odd0, bits));
        samples[to + 4] = sample(descale(sum - high - odd0, bits));
    }
}
