package io.namesake.face.engine.attack;

import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;

/** Light and colour of an aligned face. */
final class Light {
    private final double[] luma;
    private final double chroma;
    /** How many pixels have 0, 1 ... 255 as the least of their three colours. */
    private final int[] darkest = new int[256];

    private final double chromaDeviation;

    /** @param face aligned to {@link io.namesake.face.engine.align.Alignment#ARCFACE_112} */
    Light(Picture face) {
        int n = 0;
        double[] lumas = new double[face.pixels().length];
        double chromas = 0;
        double blues = 0;
        double blueSquares = 0;
        double reds = 0;
        double redSquares = 0;
        for (int y = 0; y < face.height(); y++) {
            for (int x = 0; x < face.width(); x++) {
                if (!isSkin(x, y, face)) {
                    continue;
                }
                int rgb = face.pixels()[y * face.width() + x];
                double light = luma(rgb);
                double blue = 0.564 * ((rgb & 0xFF) - light) * 128 / Math.max(24, light);
                double red = 0.713 * ((rgb >> 16 & 0xFF) - light) * 128 / Math.max(24, light);
                lumas[n] = light;
                chromas += Math.sqrt(blue * blue + red * red);
                darkest[Math.min(rgb & 0xFF, Math.min(rgb >> 8 & 0xFF, rgb >> 16 & 0xFF))]++;
                blues += blue;
                blueSquares += blue * blue;
                reds += red;
                redSquares += red * red;
                n++;
            }
        }
        luma = sorted(lumas, n);
        chroma = n == 0 ? 0 : chromas / n;
        chromaDeviation = Math.sqrt(blueSquares / n - blues / n * (blues / n) + redSquares / n - reds / n * (reds / n));
    }

    double colourfulness() {
        return chroma / 128;
    }

    double colourSpread() {
        return Math.log(chromaDeviation + 1);
    }

    double blackLevel() {
        int below = (int) (0.02 * (luma.length - 1));
        int level = 0;
        for (int seen = darkest[0]; seen <= below; seen += darkest[level]) {
            level++;
        }
        return level / 255.0;
    }

    double contrast() {
        return (quantile(luma, 0.98) - quantile(luma, 0.02)) / 255;
    }

    double highlights() {
        return Math.log((quantile(luma, 0.99) + 8) / (quantile(luma, 0.5) + 8));
    }

    static double luma(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }

    /** The luma of a square part of a picture. */
    static double[] luma(Picture picture, int left, int top, int side) {
        double[] values = new double[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                values[y * side + x] = luma(picture.pixels()[(top + y) * picture.width() + left + x]);
            }
        }
        return values;
    }

    private static boolean isSkin(int x, int y, Picture face) {
        double u = (x - 0.5 * face.width()) / (0.36 * face.width());
        double v = (y - 0.6 * face.height()) / (0.38 * face.height());
        return u * u + v * v <= 1;
    }

    private static double[] sorted(double[] values, int n) {
        double[] used = Arrays.copyOf(values, n);
        Arrays.sort(used);
        return used;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
