package io.namesake.face.engine.align;

import io.namesake.face.engine.decode.Picture;

/**
 * Draws a picture anew on a grid that lies askew in it. Scaling down averages several samples per pixel, because a face that is
 * merely picked at would show patterns that are not there.
 */
public final class Resampler {
    /** The sums below stay within 31 bits up to this many samples a side. */
    private static final int MOST_SAMPLES = 8;

    private Resampler() {}

    /**
     * @param toPicture from the coordinates of the new picture to those of the old
     * @param outside {@code 0x00RRGGBB} of what lies outside the old picture
     */
    public static Picture sample(Picture picture, SimilarityTransform toPicture, int width, int height, int outside) {
        int samples = Math.clamp(Math.round(toPicture.scale()), 1, MOST_SAMPLES);
        int[] pixels = new int[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                pixels[i] = average(picture, toPicture, x, y, samples, outside);
            }
        }
        return Picture.of(width, height, pixels);
    }

    /** The mean of samples x samples places spread evenly over the square of one new pixel. */
    private static int average(Picture picture, SimilarityTransform map, int x, int y, int samples, int outside) {
        double step = 1.0 / samples;
        double x0 = x - 0.5 + step / 2;
        double y0 = y - 0.5 + step / 2;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int j = 0; j < samples; j++) {
            double v = y0 + j * step;
            double px = map.a() * x0 - map.b() * v + map.tx();
            double py = map.b() * x0 + map.a() * v + map.ty();
            for (int k = 0; k < samples; k++) {
                int colour = samples <= 2 ? bilinear(picture, px, py, outside) : nearest(picture, px, py, outside);
                r += colour >> 16 & 0xFF;
                g += colour >> 8 & 0xFF;
                b += colour & 0xFF;
                px += map.a() * step;
                py += map.b() * step;
            }
        }
        int n = samples * samples;
        int half = n / 2;
        return (r + half) / n << 16 | (g + half) / n << 8 | (b + half) / n;
    }

    private static int nearest(Picture picture, double x, double y, int outside) {
        int px = (int) Math.floor(x + 0.5);
        int py = (int) Math.floor(y + 0.5);
        if (px < 0 || py < 0 || px >= picture.width() || py >= picture.height()) {
            return outside;
        }
        return picture.pixels()[py * picture.width() + px];
    }

    /** Between the four neighbours, with weights of 8 bits; red and blue are worked out in one go. */
    private static int bilinear(Picture picture, double x, double y, int outside) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        int fx = (int) ((x - left) * 256);
        int fy = (int) ((y - top) * 256);
        int c00 = at(picture, left, top, outside);
        int c10 = at(picture, left + 1, top, outside);
        int c01 = at(picture, left, top + 1, outside);
        int c11 = at(picture, left + 1, top + 1, outside);
        return mix(mix(c00, c10, fx), mix(c01, c11, fx), fy);
    }

    private static int at(Picture picture, int x, int y, int outside) {
        if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
            return outside;
        }
        return picture.pixels()[y * picture.width() + x];
    }

    private static int mix(int first, int second, int share) {
        int redBlue = ((first & 0xFF00FF) * (256 - share) + (second & 0xFF00FF) * share + 0x800080 >>> 8) & 0xFF00FF;
        int green = ((first & 0xFF00) * (256 - share) + (second & 0xFF00) * share + 0x8000 >>> 8) & 0xFF00;
        return redBlue | green;
    }
}
