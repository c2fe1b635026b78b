package io.namesake.face.engine.align;

/** Weighted sums of colours: red, green and blue are worked out in one go, so far apart that none reaches the next. */
final class Colours {
    /** For {@link #mean}: one sample, in bits of its weights. */
    static final int ONE = 8;

    /** For {@link #mean}: the sum of four samples. */
    static final int FOUR = 10;

    private static final int APART = 21;
    private static final long EACH = 1L << 2 * APART | 1L << APART | 1;

    private Colours() {}

    /**
     * Between four neighbours, {@code 0x00RRGGBB}.
     *
     * @param right share of those to the right, of 256
     * @param below share of those below, of 256
     * @return 256 times what lies there; up to 32 such sums may be added
     */
    static long between(int first, int second, int third, int fourth, int right, int below) {
        int both = right * below + 128 >> 8;
        return apart(first) * (256 - right - below + both)
                + apart(second) * (right - both)
                + apart(third) * (below - both)
                + apart(fourth) * both;
    }

    /**
     * @param sum of one sample or of four
     * @param bits {@link #ONE} or {@link #FOUR}
     * @return {@code 0x00RRGGBB}, rounded
     */
    static int mean(long sum, int bits) {
        long mean = sum + (EACH << bits - 1) >>> bits;
        return (int) (mean >>> 2 * APART - 16) & 0xFF0000 | (int) (mean >>> APART - 8) & 0xFF00 | (int) mean & 0xFF;
    }

    private static long apart(int rgb) {
        return (rgb & 0xFF0000L) << 2 * APART - 16 | (rgb & 0xFF00L) << APART - 8 | rgb & 0xFF;
    }
}
