package io.namesake.face.engine.align;

/**
 * A grid whose every sample has its four neighbours in the old picture, which is what most looks at a face are: {@link Resampler}'s values to the
 * last bit, without looks at the edges.
 */
final class Inside {
    /** So that a coordinate of {@link Grid} fits into 32 bits. */
    private static final int LARGEST_SIDE = 1 << 31 - Grid.BITS - 1;

    private final int[] pixels;
    private final int width;

    Inside(int[] pixels, int width) {
        this.pixels = pixels;
        this.width = width;
    }

    /** Whether this class may draw a grid of up to two samples by two over a picture of that size. */
    static boolean holds(Grid grid, int newWidth, int newHeight, int width, int height) {
        if (Math.max(width, height) > LARGEST_SIDE) {
            return false;
        }
        // Samples lie at most a quarter of both steps beside the middle of their pixel.
        long marginX = (Math.abs(grid.ux()) + Math.abs(grid.vx())) / 4;
        long marginY = (Math.abs(grid.uy()) + Math.abs(grid.vy())) / 4;
        for (int corner = 0; corner < 4; corner++) {
            int x = (corner & 1) * (newWidth - 1);
            int y = (corner >> 1) * (newHeight - 1);
            long u = grid.u(x, y);
            long v = grid.v(x, y);
            boolean within = u - marginX >= 0
                    && v - marginY >= 0
                    && u + marginX >> Grid.BITS < width - 1
                    && v + marginY >> Grid.BITS < height - 1;
            if (!within) {
                return false;
            }
        }
        return true;
    }

    /** One sample for each new pixel. */
    void drawOne(Grid grid, int newWidth, int[] drawn) {
        int ux = (int) grid.ux();
        int uy = (int) grid.uy();
        for (int y = 0, i = 0; i < drawn.length; y++) {
            int u = (int) grid.u(0, y);
            int v = (int) grid.v(0, y);
            for (int x = 0; x < newWidth; x++, i++, u += ux, v += uy) {
                drawn[i] = Colours.mean(between(u, v), Colours.ONE);
            }
        }
    }

    /** The mean of two samples by two for each new pixel. */
    void drawFour(Grid grid, int newWidth, int[] drawn) {
        int ux = (int) grid.ux();
        int uy = (int) grid.uy();
        int halfX = ux / 2;
        int halfY = uy / 2;
        int downX = (int) grid.vx() / 2;
        int downY = (int) grid.vy() / 2;
        for (int y = 0, i = 0; i < drawn.length; y++) {
            int u = (int) grid.u(0, y) - (halfX + downX) / 2;
            int v = (int) grid.v(0, y) - (halfY + downY) / 2;
            for (int x = 0; x < newWidth; x++, i++, u += ux, v += uy) {
                long sum = between(u, v)
                        + between(u + halfX, v + halfY)
                        + between(u + downX, v + downY)
                        + between(u + halfX + downX, v + halfY + downY);
                drawn[i] = Colours.mean(sum, Colours.FOUR);
            }
        }
    }

    private long between(int u, int v) {
        int i = (v >> Grid.BITS) * width + (u >> Grid.BITS);
        int j = i + width;
        return Colours.between(pixels[i], pixels[i + 1], pixels[j], pixels[j + 1], Grid.share(u), Grid.share(v));
    }
}
