package io.namesake.face.engine.decode;

/**
 * The samples of one component, perhaps fewer than the picture has pixels. Between them the picture is filled with three parts of the nearer
 * and one of the farther neighbour, rounded alternately up and down, as most decoders do.
 *
 * @param stripes so many rows at a time, row after row, with some more to the right and below than count
 * @param rows of a stripe
 * @param width samples of a row that count
 * @param height rows that count
 * @param wider pixels of the picture for each sample in a row, 1 or 2
 * @param higher pixels of the picture for each sample in a column, 1 or 2
 */
record JpegPlane(byte[][] stripes, int rows, int width, int height, int wider, int higher) {
    private static final int SEVEN = 0x0007_0007;
    private static final int EIGHT = 0x0008_0008;

    /** A row of the picture, 0..255; {@code row} has room for one value more than the picture is wide. */
    void read(int y, int[] row) {
        if (wider == 1) {
            copy(y / higher, row);
        } else if (higher == 1) {
            widen(y, row);
        } else {
            int near = y / 2;
            widen(near, Math.clamp(near + 2 * (y & 1) - 1, 0, height - 1), row);
        }
    }

    private byte[] stripe(int y) {
        return stripes[y / rows];
    }

    /** Where a row starts in its stripe. */
    private int start(int y) {
        return y % rows * (stripes[0].length / rows);
    }

    private void copy(int y, int[] row) {
        byte[] samples = stripe(y);
        int from = start(y);
        for (int x = 0; x < width; x++) {
            row[x] = samples[from + x] & 0xFF;
        }
    }

    private void widen(int y, int[] row) {
        byte[] samples = stripe(y);
        int from = start(y);
        int last = width - 1;
        row[0] = samples[from] & 0xFF;
        row[2 * last + 1] = samples[from + last] & 0xFF;
        for (int x = 0; x < last; x++) {
            int left = samples[from + x] & 0xFF;
            int right = samples[from + x + 1] & 0xFF;
            row[2 * x + 1] = 3 * left + right + 2 >> 2;
            row[2 * x + 2] = left + 3 * right + 1 >> 2;
        }
    }

    private void widen(int near, int far, int[] row) {
        byte[] nearer = stripe(near);
        byte[] farther = stripe(far);
        int from = start(near);
        int fromFarther = start(far);
        // By itself, because the processor can do many of these at once.
        int[] sums = new int[width];
        for (int x = 0; x < sums.length; x++) {
            sums[x] = 3 * (nearer[from + x] & 0xFF) + (farther[fromFarther + x] & 0xFF);
        }
        int last = width - 1;
        int left = sums[0];
        row[0] = 4 * left + 8 >> 4;
        for (int x = 0; x < last; x++) {
            int right = sums[x + 1];
            row[2 * x + 1] = 3 * left + right + 7 >> 4;
            row[2 * x + 2] = left + 3 * right + 8 >> 4;
            left = right;
        }
        row[2 * last + 1] = 4 * left + 7 >> 4;
    }

    /** Whether {@link #readBoth} works with the other plane: any usual chroma. */
    boolean isLike(JpegPlane other) {
        return rows == other.rows
                && width == other.width
                && height == other.height
                && wider == other.wider
                && higher == other.higher
                && stripes[0].length == other.stripes[0].length
                && (wider == 1 || higher == 2);
    }

    /**
     * The same row of both planes in one go, which takes half as long.
     *
     * @param other one that {@link #isLike} this one
     * @param row becomes this plane's values, and the other's 16 bits above; as long as for {@link #read}
     */
    void readBoth(JpegPlane other, int y, int[] row) {
        if (wider == 1) {
            copyBoth(other, y / higher, row);
        } else {
            int near = y / 2;
            widenBoth(other, near, Math.clamp(near + 2 * (y & 1) - 1, 0, height - 1), row);
        }
    }

    private void copyBoth(JpegPlane other, int y, int[] row) {
        byte[] samples = stripe(y);
        byte[] others = other.stripe(y);
        int from = start(y);
        for (int x = 0; x < width; x++) {
            row[x] = samples[from + x] & 0xFF | (others[from + x] & 0xFF) << 16;
        }
    }

    private void widenBoth(JpegPlane other, int near, int far, int[] row) {
        byte[] nearer = stripe(near);
        byte[] farther = stripe(far);
        byte[] otherNearer = other.stripe(near);
        byte[] otherFarther = other.stripe(far);
        int from = start(near);
        int fromFarther = start(far);
        int[] sums = new int[width];
        for (int x = 0; x < sums.length; x++) {
            int below = 3 * (nearer[from + x] & 0xFF) + (farther[fromFarther + x] & 0xFF);
            int above = 3 * (otherNearer[from + x] & 0xFF) + (otherFarther[fromFarther + x] & 0xFF);
            sums[x] = below | above << 16;
        }
        int last = width - 1;
        int left = sums[0];
        row[0] = sixteenth(4 * left + EIGHT);
        for (int x = 0; x < last; x++) {
            int right = sums[x + 1];
            row[2 * x + 1] = sixteenth(3 * left + right + SEVEN);
            row[2 * x + 2] = sixteenth(left + 3 * right + EIGHT);
            left = right;
        }
        row[2 * last + 1] = sixteenth(4 * left + SEVEN);
    }

    /** Of both values, each below 4096. */
    private static int sixteenth(int both) {
        return both >>> 4 & 0x00FF_00FF;
    }
}
