package io.namesake.face.engine.attack;

import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What skin looks like, pixel by pixel.
 *
 * @param light 100 times the natural log of luma, so that a shadow and a lamp are sums
 * @param red chroma over luma
 * @param blue likewise
 * @param grain 20 times the natural log of how far luma is from its four neighbours
 * @param rough how far luma is from its four neighbours
 * @param coarse the same in a picture of half the size
 */
record Skin(float[] light, float[] red, float[] blue, float[] grain, float[] rough, float[] coarse) {
    private static final double DARK = 12;
    private static final double DARKEST_COLOUR = 24;
    private static final double FLAT = 1.5;

    static Skin of(Picture picture) {
        int n = picture.pixels().length;
        int width = picture.width();
        int height = picture.height();
        float[] luma = new float[n];
        float[] light = new float[n];
        float[] red = new float[n];
        float[] blue = new float[n];
        for (int i = 0; i < n; i++) {
            int rgb = picture.pixels()[i];
            luma[i] = (float) Light.luma(rgb);
            double over = 128 / Math.max(DARKEST_COLOUR, luma[i]);
            light[i] = (float) (100 * Math.log((luma[i] + DARK) / 255));
            red[i] = (float) (0.713 * ((rgb >> 16 & 0xFF) - luma[i]) * over);
            blue[i] = (float) (0.564 * ((rgb & 0xFF) - luma[i]) * over);
        }
        float[] rough = roughness(luma, width, height);
        float[] grain = new float[n];
        for (int i = 0; i < n; i++) {
            grain[i] = (float) (20 * Math.log(rough[i] + FLAT));
        }
        float[] half = new float[n / 4];
        for (int i = 0; i < half.length; i++) {
            int at = 2 * (i / (width / 2)) * width + 2 * (i % (width / 2));
            half[i] = (luma[at] + luma[at + 1] + luma[at + width] + luma[at + width + 1]) / 4;
        }
        float[] halfRough = roughness(half, width / 2, height / 2);
        float[] coarse = new float[n];
        for (int i = 0; i < n; i++) {
            coarse[i] = halfRough[i / width / 2 * (width / 2) + i % width / 2];
        }
        return new Skin(light, red, blue, grain, rough, coarse);
    }

    private static float[] roughness(float[] luma, int width, int height) {
        float[] rough = new float[luma.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                float left = luma[y * width + Math.max(0, x - 1)];
                float right = luma[y * width + Math.min(width - 1, x + 1)];
                rough[i] = Math.abs(4 * luma[i] - left - right - luma[above + x] - luma[below + x]);
            }
        }
        return rough;
    }

    /**
     * One number for each of {@link Regions#TRAITS}.
     *
     * @param picture that this is of
     * @param pixels which of its pixels
     */
    double[] traits(Picture picture, int[] pixels) {
        int[] rgb = picture.pixels();
        double[] least =
                sorted(pixels, i -> Math.min(rgb[i] & 0xFF, Math.min(rgb[i] >> 8 & 0xFF, rgb[i] >> 16 & 0xFF)));
        double[] most = sorted(pixels, i -> Math.max(rgb[i] & 0xFF, Math.max(rgb[i] >> 8 & 0xFF, rgb[i] >> 16 & 0xFF)));
        double[] roughest = sorted(pixels, i -> rough[i]);
        double fine = mean(pixels, i -> rough[i] * rough[i]);
        double coarser = mean(pixels, i -> coarse[i] * coarse[i]);
        int width = picture.width();
        double changing = mean(
                pixels,
                i -> Math.abs(red[i] - red[i % width == 0 ? i : i - 1])
                        + Math.abs(red[i] - red[i < width ? i : i - width]));
        return new double[] {
            median(pixels, light),
            median(pixels, red),
            median(pixels, blue),
            Math.log(quantile(sorted(pixels, i -> Math.hypot(red[i], blue[i])), 0.5) + 2),
            spread(pixels, light),
            Math.log(spread(pixels, red) + 0.5),
            Math.log(spread(pixels, blue) + 0.5),
            quantile(least, 0.03),
            quantile(most, 0.97),
            Math.log(mean(pixels, i -> rough[i]) + 0.5),
            Math.log(quantile(roughest, 0.4) + 0.5),
            Math.log(mean(pixels, i -> coarse[i]) + 0.5),
            Math.log(fine + 0.5) - Math.log(coarser + 0.5),
            Math.log(changing + 0.3)
        };
    }

    private static double median(int[] pixels, float[] values) {
        return quantile(sorted(pixels, i -> values[i]), 0.5);
    }

    private static double spread(int[] pixels, float[] values) {
        double mean = mean(pixels, i -> values[i]);
        return Math.sqrt(mean(pixels, i -> (values[i] - mean) * (values[i] - mean)));
    }

    private static double mean(int[] pixels, IntToDoubleFunction value) {
        double sum = 0;
        for (int pixel : pixels) {
            sum += value.applyAsDouble(pixel);
        }
        return sum / pixels.length;
    }

    private static double[] sorted(int[] pixels, IntToDoubleFunction value) {
        double[] values = new double[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(pixels[i]);
        }
        Arrays.sort(values);
        return values;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
