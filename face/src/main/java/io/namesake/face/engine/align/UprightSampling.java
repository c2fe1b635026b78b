package io.namesake.face.engine.align;

import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;

/**
 * What {@link Resampler} does, for a grid that lies straight in the picture: the same samples in a fraction of the time. The places
 * are worked out once for each row and column instead of for every sample; the whole picture passes through here before detection, so
 * it shows in the time of a verification.
 */
final class UprightSampling {
    private static final int NOWHERE = -1;

    private final Picture picture;
    private final int samples;
    private final int outside;

    UprightSampling(Picture picture, int samples, int outside) {
        this.picture = picture;
        this.samples = samples;
        this.outside = outside;
    }

    /** Pixel {@code (x, y)} of the new picture lies at {@code (xx x + x0, yy y + y0)} of the old. */
    Picture draw(int width, int height, double xx, double x0, double yy, double y0) {
        double[] columns = places(width, xx, x0);
        double[] rows = places(height, yy, y0);
        return Picture.of(width, height, samples > 2 ? nearest(columns, rows) : between(columns, rows));
    }

    /** The coordinates of each sample along one side. */
    private double[] places(int length, double factor, double shift) {
        double[] places = new double[length * samples];
        double step = 1.0 / samples;
        for (int i = 0; i < length; i++) {
            double first = samples == 1 ? i : i - 0.5 + step / 2;
            for (int k = 0; k < samples; k++) {
                places[i * samples + k] = factor * (first + k * step) + shift;
            }
        }
        return places;
    }

    private int[] nearest(double[] columnPlaces, double[] rowPlaces) {
        int[] columns = indices(columnPlaces, picture.width());
        int[] rows = indices(rowPlaces, picture.height());
        int width = columns.length / samples;
        int height = rows.length / samples;
        int[] pixels = new int[width * height];
        // Up to 64 samples of 8 bits fit into 16 bits, so red and blue are added in one number.
        int[] redBlue = new int[width];
        int[] green = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(redBlue, 0);
            Arrays.fill(green, 0);
            for (int j = 0; j < samples; j++) {
                add(columns, rows[y * samples + j], redBlue, green);
            }
            mean(redBlue, green, pixels, y * width);
        }
        return pixels;
    }

    private void add(int[] columns, int row, int[] redBlue, int[] green) {
        int[] source = picture.pixels();
        int start = row * picture.width();
        for (int x = 0, i = 0; x < redBlue.length; x++) {
            int rb = 0;
            int g = 0;
            for (int k = 0; k < samples; k++, i++) {
                int colour = row == NOWHERE || columns[i] == NOWHERE ? outside : source[start + columns[i]];
                rb += colour & 0xFF00FF;
                g += colour >> 8 & 0xFF;
            }
            redBlue[x] += rb;
            green[x] += g;
        }
    }

    private void mean(int[] redBlue, int[] green, int[] pixels, int at) {
        int n = samples * samples;
        int half = n / 2;
        for (int x = 0; x < redBlue.length; x++) {
            int red = ((redBlue[x] >>> 16) + half) / n;
            int blue = ((redBlue[x] & 0xFFFF) + half) / n;
            pixels[at + x] = red << 16 | (green[x] + half) / n << 8 | blue;
        }
    }

    private static int[] indices(double[] places, int length) {
        int[] indices = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            int index = (int) Math.floor(places[i] + 0.5);
            indices[i] = index < 0 || index >= length ? NOWHERE : index;
        }
        return indices;
    }

    private int[] between(double[] columns, double[] rows) {
        int width = columns.length / samples;
        int height = rows.length / samples;
        int[] lefts = new int[columns.length];
        int[] shares = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            lefts[i] = (int) Math.floor(columns[i]);
            shares[i] = (int) ((columns[i] - lefts[i]) * 256);
        }
        int n = samples * samples;
        int half = n / 2;
        int[] pixels = new int[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int r = 0;
                int g = 0;
                int b = 0;
                for (int j = 0; j < samples; j++) {
                    double row = rows[y * samples + j];
                    int top = (int) Math.floor(row);
                    int share = (int) ((row - top) * 256);
                    for (int k = 0; k < samples; k++) {
                        int c = x * samples + k;
                        int colour = inside(lefts[c], top)
                                ? blend(lefts[c], top, shares[c], share)
                                : Resampler.bilinear(picture, columns[c], row, outside);
                        r += colour >> 16 & 0xFF;
                        g += colour >> 8 & 0xFF;
                        b += colour & 0xFF;
                    }
                }
                pixels[i] = (r + half) / n << 16 | (g + half) / n << 8 | (b + half) / n;
            }
        }
        return pixels;
    }

    private boolean inside(int left, int top) {
        return left >= 0 && top >= 0 && left + 1 < picture.width() && top + 1 < picture.height();
    }

    private int blend(int left, int top, int fx, int fy) {
        int[] source = picture.pixels();
        int i = top * picture.width() + left;
        int below = i + picture.width();
        return Resampler.mix(
                Resampler.mix(source[i], source[i + 1], fx), Resampler.mix(source[below], source[below + 1], fx), fy);
    }
}
