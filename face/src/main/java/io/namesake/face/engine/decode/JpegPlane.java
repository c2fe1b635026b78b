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
}
