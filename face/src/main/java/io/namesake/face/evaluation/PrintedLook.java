package io.namesake.face.evaluation;

import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.align.SimilarityTransform;
import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A portrait printed and photographed again. Four inks are screened into dots at the usual angles (cyan 15, magenta 75, yellow 0, black 45
 * degrees), three picture points to a cell, which is about 116 lines per inch on a portrait 35 mm wide; light falls through the inks onto paper
 * that is not quite white; a lamp is reflected in the lamination; the camera blurs, scales down to three quarters and adds noise.
 */
final class PrintedLook {
    private static final double[] ANGLES = {Math.toRadians(15), Math.toRadians(75), 0, Math.toRadians(45)};
    private static final double CELL = 3;
    /** Places per point and side at which a dot is or is not. */
    private static final int FINE = 3;
    /** What cyan, magenta and yellow take away of the colour that is theirs, and what black takes of all. */
    private static final double INK = 0.92;

    private static final double BLACK = 0.95;
    private static final double[] PAPER = {0.97, 0.96, 0.92};
    private static final double BLUR = 1.0;
    private static final double NOISE = 2 / 255.0;
    private static final double SMALLER = 0.75;
    /** Over one turn; a few million cosines per portrait would take long. */
    private static final double[] COSINE = cosine();

    private static final double[] SPOT = spot();
    private static final double[] KERNEL = kernel();

    private PrintedLook() {}

    /** @param portrait 480 x 640 points or alike */
    static Picture of(Picture portrait, SplittableRandom random) {
        int width = portrait.width();
        int height = portrait.height();
        double[][] light = new double[3][];
        Glare glare = Glare.somewhere(width, height, random);
        double[][] printed = print(portrait);
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < printed[channel].length; i++) {
                printed[channel][i] += glare.at(i % width, i / width) * (1 - printed[channel][i]);
            }
            light[channel] = blurred(printed[channel], width, height);
        }
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            for (int channel = 0; channel < 3; channel++) {
                double value = Math.clamp(light[channel][i] + NOISE * random.nextGaussian(), 0, 1);
                pixels[i] = pixels[i] << 8 | (int) Math.round(255 * value);
            }
        }
        // The noise is that of the camera's own, finer points.
        double scale = 1 / SMALLER;
        return Resampler.sample(
                Picture.of(width, height, pixels),
                SimilarityTransform.scaleAndShift(scale, (scale - 1) / 2, (scale - 1) / 2),
                (int) (width * SMALLER),
                (int) (height * SMALLER),
                0);
    }

    /** Light of red, green and blue that comes back from the print, 0..1. */
    private static double[][] print(Picture portrait) {
        int width = portrait.width();
        double[][] light = new double[3][portrait.pixels().length];
        for (int i = 0; i < portrait.pixels().length; i++) {
            double[] inks = inks(portrait.pixels()[i]);
            for (int ink = 0; ink < inks.length; ink++) {
                inks[ink] = covered(inks[ink], i % width, i / width, ANGLES[ink]);
            }
            for (int channel = 0; channel < 3; channel++) {
                light[channel][i] = PAPER[channel] * (1 - INK * inks[channel]) * (1 - BLACK * inks[3]);
            }
        }
        return light;
    }

    /** Cyan, magenta, yellow and black, 0..1, with half of the common grey in black. */
    private static double[] inks(int rgb) {
        double cyan = 1 - (rgb >> 16 & 0xFF) / 255.0;
        double magenta = 1 - (rgb >> 8 & 0xFF) / 255.0;
        double yellow = 1 - (rgb & 0xFF) / 255.0;
        double black = 0.5 * Math.min(cyan, Math.min(magenta, yellow));
        double rest = 1 - black;
        return new double[] {(cyan - black) / rest, (magenta - black) / rest, (yellow - black) / rest, black};
    }

    /** The share of a point that dots of an ink cover. */
    private static double covered(double ink, int x, int y, double angle) {
        double cos = Math.cos(angle) / CELL;
        double sin = Math.sin(angle) / CELL;
        // A dot is where the spot function is among the lowest values, as many as there is ink.
        double limit = SPOT[(int) Math.clamp(ink * (SPOT.length - 1), 0, SPOT.length - 1)];
        int dots = 0;
        for (int j = 0; j < FINE; j++) {
            for (int i = 0; i < FINE; i++) {
                double u = x + (i + 0.5) / FINE;
                double v = y + (j + 0.5) / FINE;
                dots += spot(u * cos + v * sin, v * cos - u * sin) < limit ? 1 : 0;
            }
        }
        return (double) dots / (FINE * FINE);
    }

    private static double spot(double u, double v) {
        return COSINE[(int) (u * COSINE.length) & COSINE.length - 1]
                + COSINE[(int) (v * COSINE.length) & COSINE.length - 1];
    }

    private static double[] cosine() {
        double[] values = new double[1024];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.cos(2 * Math.PI * i / values.length);
        }
        return values;
    }

    /** The spot function's values over a cell, rising; the last one lies above all, so that full ink covers all. */
    private static double[] spot() {
        int side = 64;
        double[] values = new double[side * side + 1];
        for (int i = 0; i < side * side; i++) {
            values[i] = spot((i % side + 0.5) / side, (i / side + 0.5) / side);
        }
        values[side * side] = 3;
        Arrays.sort(values);
        return values;
    }

    private static double[] kernel() {
        int reach = (int) Math.ceil(3 * BLUR);
        double[] weights = new double[2 * reach + 1];
        for (int d = -reach; d <= reach; d++) {
            weights[d + reach] = Math.exp(-d * d / (2 * BLUR * BLUR));
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] blurred(double[] values, int width, int height) {
        return blurred(blurred(values, width, height, 1, 0), width, height, 0, 1);
    }

    private static double[] blurred(double[] values, int width, int height, int stepX, int stepY) {
        int reach = KERNEL.length / 2;
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int d = -reach; d <= reach; d++) {
                int x = Math.clamp(i % width + d * stepX, 0, width - 1);
                int y = Math.clamp(i / width + d * stepY, 0, height - 1);
                sum += KERNEL[d + reach] * values[y * width + x];
            }
            result[i] = sum;
        }
        return result;
    }

    /** A lamp's reflection: a bright, soft, slanted band. */
    private record Glare(double x, double y, double angle, double across, double strength) {

        static Glare somewhere(int width, int height, SplittableRandom random) {
            return new Glare(
                    width * random.nextDouble(),
                    height * random.nextDouble(),
                    Math.PI * random.nextDouble(),
                    width * random.nextDouble(0.08, 0.2),
                    random.nextDouble(0.15, 0.45));
        }

        double at(int px, int py) {
            double u = (px - x) * Math.cos(angle) + (py - y) * Math.sin(angle);
            double v = (py - y) * Math.cos(angle) - (px - x) * Math.sin(angle);
            double distance = u * u / (9 * across * across) + v * v / (across * across);
            return strength * Math.exp(-distance / 2);
        }
    }
}
