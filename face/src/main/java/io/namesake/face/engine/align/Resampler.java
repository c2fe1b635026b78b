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
        int samples = samples(Math.sqrt(sx * sy));
        for (int y = 0, i = 0; y < newHeight; y++) {
            double top = box.y() + y * sy;
            for (int x = 0; x < newWidth; x++, i++) {
                double left = box.x() + x * sx;
                drawn[i] = mean(left + (sx - 1) / 2, top + (sy - 1) / 2, sx, 0, 0, sy, samples);
            }
        }
        return Picture.of(newWidth, newHeight, drawn);
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
        for (int y = 0, i = 0; y < newHeight; y++) {
            int top = round(box.y() + y * sy);
            int bottom = round(box.y() + y * sy + sy);
            boolean pairs = bottom - top == 2 && top >= 0 && bottom <= height;
            for (int x = 0; x < newWidth; x++, i++) {
                int left = lefts[x];
                int right = rights[x];
                drawn[i] = pairs && right - left == 2 && left >= 0 && right <= width
                        ? four(top * width + left)
                        : cell(left, top, right, bottom);
            }
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
        int samples = samples(map.scale());
        int[] drawn = new int[newWidth * newHeight];
        if (samples == FEW_SAMPLES && TwoByTwo.isInside(map, newWidth, newHeight, width, height)) {
            new TwoByTwo(pixels, width).draw(map, newWidth, drawn);
            return Picture.of(newWidth, newHeight, drawn);
        }
        for (int y = 0, i = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++, i++) {
                double u = map.a() * x - map.b() * y + map.tx();
                double v = map.b() * x + map.a() * y + map.ty();
                drawn[i] = mean(u, v, map.a(), map.b(), -map.b(), map.a(), samples);
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

    /**
     * The mean of samples x samples places spread evenly over the parallelogram of one new pixel around (x, y), whose sides are (ux, uy)
     * and (vx, vy).
     */
    private int mean(double x, double y, double ux, double uy, double vx, double vy, int samples) {
        if (samples == 1) {
            return between(x, y);
        }
        double step = 1.0 / samples;
        double first = (step - 1) / 2;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int j = 0; j < samples; j++) {
            double v = first + j * step;
            double px = x + v * vx + first * ux;
            double py = y + v * vy + first * uy;
            for (int i = 0; i < samples; i++) {
                int colour = samples <= FEW_SAMPLES ? between(px, py) : at(floor(px + 0.5), floor(py + 0.5));
                r += colour >> 16 & 0xFF;
                g += colour >> 8 & 0xFF;
                b += colour & 0xFF;
                px += ux * step;
                py += uy * step;
            }
        }
        return packed(r, g, b, samples * samples);
    }

    private static int packed(int r, int g, int b, int n) {
        double share = 1.0 / n;
        return (int) (r * share + 0.5) << 16 | (int) (g * share + 0.5) << 8 | (int) (b * share + 0.5);
    }

    /** Between the four neighbours, with weights of 8 bits; red and blue are worked out in one go. */
    private int between(double x, double y) {
        int left = floor(x);
        int top = floor(y);
        int fx = (int) ((x - left) * 256);
        int fy = (int) ((y - top) * 256);
        if (left >= 0 && top >= 0 && left < width - 1 && top < height - 1) {
            int i = top * width + left;
            int upper = mix(pixels[i], pixels[i + 1], fx);
            return mix(upper, mix(pixels[i + width], pixels[i + width + 1], fx), fy);
        }
        int upper = mix(at(left, top), at(left + 1, top), fx);
        return mix(upper, mix(at(left, top + 1), at(left + 1, top + 1), fx), fy);
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? outside : pixels[y * width + x];
    }

    private static int floor(double value) {
        int cut = (int) value;
        return value < cut ? cut - 1 : cut;
    }

    private static int mix(int first, int second, int share) {
        int redBlue = ((first & 0xFF00FF) * (256 - share) + (second & 0xFF00FF) * share + 0x800080 >>> 8) & 0xFF00FF;
        int green = ((first & 0xFF00) * (256 - share) + (second & 0xFF00) * share + 0x8000 >>> 8) & 0xFF00;
        return redBlue | green;
    }
}
