package io.namesake.face.engine.align;

import io.namesake.face.engine.decode.Picture;

/**
 * Draws a picture anew on a grid that may lie askew in it. Scaling down averages over what one new pixel covers, because a face that is
 * merely picked at would show patterns that are not there.
 */
public final class Resampler {
    /** From here on an upright new pixel covers enough old ones to be the mean of whole old pixels. */
    private static final double COARSE = 1.9;

    /** From this width on, half the pixels of a cell make a good mean. */
    private static final int LARGE_CELL = 4;

    /** Up to here samples are interpolated; with more of them, the nearest old pixels are as good. */
    private static final int FEW_SAMPLES = 2;

    private static final int MOST_SAMPLES = 8;

    /** Of an old pixel, in the coordinates of {@link Grid}. */
    private static final long HALF = 1L << Grid.BITS - 1;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int outside;

    private Resampler(Picture picture, int outside) {
        this.pixels = picture.pixels();
        this.width = picture.width();
        this.height = picture.height();
        this.outside = outside;
    }

    /**
     * @param toPicture from the coordinates of the new picture to those of the old
     * @param outside {@code 0x00RRGGBB} of what lies outside the old picture
     */
    public static Picture sample(Picture picture, SimilarityTransform toPicture, int width, int height, int outside) {
        if (toPicture.b() == 0) {
            double scale = toPicture.a();
            Box box = new Box(
                    toPicture.tx() - (scale - 1) / 2, toPicture.ty() - (scale - 1) / 2, width * scale, height * scale);
            return new Resampler(picture, outside).upright(box, width, height);
        }
        return new Resampler(picture, outside).askew(toPicture, width, height);
    }

    /** The part of a picture within a box, stretched to a size; black outside. */
    public static Picture stretch(Picture picture, Box box, int width, int height) {
        return new Resampler(picture, 0).upright(box, width, height);
    }

    private Picture upright(Box box, int newWidth, int newHeight) {
        double sx = box.width() / newWidth;
        double sy = box.height() / newHeight;
        int[] drawn = new int[newWidth * newHeight];
        if (Math.min(sx, sy) >= COARSE) {
            cells(box, newWidth, newHeight, drawn);
            return Picture.of(newWidth, newHeight, drawn);
        }
        return drawn(Grid.of(box, newWidth, newHeight), samples(Math.sqrt(sx * sy)), newWidth, drawn);
    }

    private void cells(Box box, int newWidth, int newHeight, int[] drawn) {
        double sx = box.width() / newWidth;
        double sy = box.height() / newHeight;
        int[] lefts = new int[newWidth];
        int[] rights = new int[newWidth];
        for (int x = 0; x < newWidth; x++) {
            double left = box.x() + x * sx;
            lefts[x] = round(left);
            rights[x] = round(left + sx);
        }
        boolean twoWide = lefts[0] >= 0 && rights[newWidth - 1] <= width && areTwoWide(lefts, rights);
        for (int y = 0; y < newHeight; y++) {
            int top = round(box.y() + y * sy);
            int bottom = round(box.y() + y * sy + sy);
            int i = y * newWidth;
            if (twoWide && bottom - top == 2 && top >= 0 && bottom <= height) {
                fours(top * width, lefts, drawn, i);
                continue;
            }
            for (int x = 0; x < newWidth; x++, i++) {
                drawn[i] = cell(lefts[x], top, rights[x], bottom);
            }
        }
    }

    private static boolean areTwoWide(int[] lefts, int[] rights) {
        for (int x = 0; x < lefts.length; x++) {
            if (rights[x] - lefts[x] != 2) {
                return false;
            }
        }
        return true;
    }

    private void fours(int row, int[] lefts, int[] drawn, int to) {
        for (int x = 0; x < lefts.length; x++) {
            drawn[to + x] = four(row + lefts[x]);
        }
    }

    /** The mean of four neighbours, which is what the detector sees of a picture of usual size; red and blue in one go. */
    private int four(int i) {
        int j = i + width;
        int a = pixels[i];
        int b = pixels[i + 1];
        int c = pixels[j];
        int d = pixels[j + 1];
        int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x020002;
        int green = (a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00) + 0x0200;
        return redBlue >>> 2 & 0xFF00FF | green >>> 2 & 0xFF00;
    }

    private Picture askew(SimilarityTransform map, int newWidth, int newHeight) {
        return drawn(Grid.of(map), samples(map.scale()), newWidth, new int[newWidth * newHeight]);
    }

    private Picture drawn(Grid grid, int samples, int newWidth, int[] drawn) {
        int newHeight = drawn.length / newWidth;
        if (samples <= FEW_SAMPLES && Inside.holds(grid, newWidth, newHeight, width, height)) {
            Inside inside = new Inside(pixels, width);
            if (samples == 1) {
                inside.drawOne(grid, newWidth, drawn);
            } else {
                inside.drawFour(grid, newWidth, drawn);
            }
            return Picture.of(newWidth, newHeight, drawn);
        }
        for (int y = 0, i = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++, i++) {
                long u = grid.u(x, y);
                long v = grid.v(x, y);
                drawn[i] = samples == 1 ? Colours.mean(between(u, v), Colours.ONE) : mean(u, v, grid, samples);
            }
        }
        return Picture.of(newWidth, newHeight, drawn);
    }

    private static int samples(double scale) {
        return Math.clamp(Math.round(scale), 1, MOST_SAMPLES);
    }

    private static int round(double coordinate) {
        return (int) Math.round(coordinate);
    }

    /**
     * The mean of the old pixels from left to right and top to bottom that lie within the picture; of a large cell, those that are
     * the black squares of a chessboard, so that no stripes fall through.
     */
    private int cell(int left, int top, int right, int bottom) {
        int x0 = Math.max(left, 0);
        int x1 = Math.min(right, width);
        int y0 = Math.max(top, 0);
        int y1 = Math.min(bottom, height);
        if (x0 >= x1 || y0 >= y1) {
            return outside;
        }
        int step = right - left >= LARGE_CELL ? 2 : 1;
        int r = 0;
        int g = 0;
        int b = 0;
        int n = 0;
        for (int y = y0; y < y1; y++) {
            int end = y * width + x1;
            for (int i = y * width + x0 + (step - 1 & y); i < end; i += step) {
                int colour = pixels[i];
                r += colour >> 16 & 0xFF;
                g += colour >> 8 & 0xFF;
                b += colour & 0xFF;
                n++;
            }
        }
        return n == 0 ? at(x0, y0) : packed(r, g, b, n);
    }

    /** The mean of samples x samples places spread evenly over the parallelogram of one new pixel around (u, v). */
    private int mean(long u, long v, Grid grid, int samples) {
        long rightX = grid.ux() / samples;
        long rightY = grid.uy() / samples;
        long downX = grid.vx() / samples;
        long downY = grid.vy() / samples;
        // Half of the way from the first sample to the last, to the left and upwards.
        long startX = u - (rightX + downX) * (samples - 1) / 2;
        long startY = v - (rightY + downY) * (samples - 1) / 2;
        long sum = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int j = 0; j < samples; j++) {
            for (int i = 0; i < samples; i++) {
                long px = startX + i * rightX + j * downX;
                long py = startY + i * rightY + j * downY;
                if (samples <= FEW_SAMPLES) {
                    sum += between(px, py);
                    continue;
                }
                int colour = at(whole(px + HALF), whole(py + HALF));
                r += colour >> 16 & 0xFF;
                g += colour >> 8 & 0xFF;
                b += colour & 0xFF;
            }
        }
        return samples <= FEW_SAMPLES ? Colours.mean(sum, Colours.FOUR) : packed(r, g, b, samples * samples);
    }

    private static int packed(int r, int g, int b, int n) {
        double share = 1.0 / n;
        return (int) (r * share + 0.5) << 16 | (int) (g * share + 0.5) << 8 | (int) (b * share + 0.5);
    }

    /** Between the four neighbours, of which any may lie outside. */
    private long between(long u, long v) {
        int left = whole(u);
        int top = whole(v);
        return Colours.between(
                at(left, top),
                at(left + 1, top),
                at(left, top + 1),
                at(left + 1, top + 1),
                Grid.share(u),
                Grid.share(v));
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? outside : pixels[y * width + x];
    }

    /** The old pixel in which a coordinate of {@link Grid} lies. */
    private static int whole(long coordinate) {
        return Math.clamp(coordinate >> Grid.BITS, -2, Integer.MAX_VALUE - 1);
    }
}
