package io.namesake.face.engine.align;

import io.namesake.face.engine.decode.Picture;

/**
 * Draws a picture anew on a grid that lies askew in it. Scaling down averages several samples per pixel, because a face that is
 * merely picked at would show patterns that are not there.
 */
public final class Resampler {
    /** Past this, a few samples less than pixels are good enough. */
    private static final int MOST_SAMPLES = 8;

    private Resampler() {}

    /**
     * @param toPicture from the coordinates of the new picture to those of the old
     * @param outside {@code 0x00RRGGBB} of what lies outside the old picture
     */
    public static Picture sample(Picture picture, SimilarityTransform toPicture, int width, int height, int outside) {
        Grid grid =
                new Grid(toPicture.a(), -toPicture.b(), toPicture.tx(), toPicture.b(), toPicture.a(), toPicture.ty());
        return sample(picture, grid, Math.round(toPicture.scale()), width, height, outside);
    }

    /** The part of a picture within a box, stretched to a size; black outside. */
    public static Picture stretch(Picture picture, Box box, int width, int height) {
        double sx = box.width() / width;
        double sy = box.height() / height;
        Grid grid = new Grid(sx, 0, box.x() + (sx - 1) / 2, 0, sy, box.y() + (sy - 1) / 2);
        return sample(picture, grid, Math.round(Math.max(sx, sy)), width, height, 0);
    }

    /** {@code (x, y) -> (xx x + xy y + x0, yx x + yy y + y0)}. */
    private record Grid(double xx, double xy, double x0, double yx, double yy, double y0) {}

    private static Picture sample(Picture picture, Grid grid, long scale, int width, int height, int outside) {
        int samples = Math.clamp(scale, 1, MOST_SAMPLES);
        if (grid.xy == 0 && grid.yx == 0) {
            return new UprightSampling(picture, samples, outside)
                    .draw(width, height, grid.xx, grid.x0, grid.yy, grid.y0);
        }
        int[] pixels = new int[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                pixels[i] = samples == 1
                        ? bilinear(
                                picture,
                                grid.xx * x + grid.xy * y + grid.x0,
                                grid.yx * x + grid.yy * y + grid.y0,
                                outside)
                        : average(picture, grid, x, y, samples, outside);
            }
        }
        return Picture.of(width, height, pixels);
    }

    /** The mean of samples x samples places spread evenly over the square of one new pixel. */
    private static int average(Picture picture, Grid grid, int x, int y, int samples, int outside) {
        double step = 1.0 / samples;
        double u0 = x - 0.5 + step / 2;
        double v0 = y - 0.5 + step / 2;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int j = 0; j < samples; j++) {
            double v = v0 + j * step;
            double px = grid.xx * u0 + grid.xy * v + grid.x0;
            double py = grid.yx * u0 + grid.yy * v + grid.y0;
            for (int k = 0; k < samples; k++) {
                int colour = samples == 2
                        ? bilinear(picture, px, py, outside)
                        : at(picture, (int) Math.floor(px + 0.5), (int) Math.floor(py + 0.5), outside);
                r += colour >> 16 & 0xFF;
                g += colour >> 8 & 0xFF;
                b += colour & 0xFF;
                px += grid.xx * step;
                py += grid.yx * step;
            }
        }
        int n = samples * samples;
        int half = n / 2;
        return (r + half) / n << 16 | (g + half) / n << 8 | (b + half) / n;
    }

    /** Between the four neighbours, with weights of 8 bits; red and blue are worked out in one go. */
    static int bilinear(Picture picture, double x, double y, int outside) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        int fx = (int) ((x - left) * 256);
        int fy = (int) ((y - top) * 256);
        int upper = mix(at(picture, left, top, outside), at(picture, left + 1, top, outside), fx);
        int lower = mix(at(picture, left, top + 1, outside), at(picture, left + 1, top + 1, outside), fx);
        return mix(upper, lower, fy);
    }

    private static int at(Picture picture, int x, int y, int outside) {
        if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
            return outside;
        }
        return picture.pixels()[y * picture.width() + x];
    }

    static int mix(int first, int second, int share) {
        int redBlue = ((first & 0xFF00FF) * (256 - share) + (second & 0xFF00FF) * share + 0x800080 >>> 8) & 0xFF00FF;
        int green = ((first & 0xFF00) * (256 - share) + (second & 0xFF00) * share + 0x8000 >>> 8) & 0xFF00;
        return redBlue | green;
    }
}
