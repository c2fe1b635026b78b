package io.namesake.face.evaluation.attacks;

import java.util.random.RandomGenerator;

/** A print made in another way than {@link Paper}'s: inks that mix on the sheet, with their dot gain, under a lamp. */
final class Inks {
    private static final int REACH = 2;

    private Inks() {}

    static Raster printed(Raster live, RandomGenerator random) {
        double gain = 1 + 0.5 * random.nextDouble();
        double density = 0.75 + 0.2 * random.nextDouble();
        double lamp = 0.75 + 0.25 * random.nextDouble();
        double black = 0.3 * random.nextDouble();
        double[] paper = {
            0.95 + 0.05 * random.nextDouble(), 0.95 + 0.03 * random.nextDouble(), 0.88 + 0.1 * random.nextDouble()
        };
        double grain = 0.01 + 0.02 * random.nextDouble();
        Raster print = live.drawn((x, y, rgb) -> {
            double cyan = 1 - rgb[0];
            double magenta = 1 - rgb[1];
            double yellow = 1 - rgb[2];
            double grey = black * Math.min(cyan, Math.min(magenta, yellow));
            double c = spread(cyan, grey, gain);
            double m = spread(magenta, grey, gain);
            double k = spread(yellow, grey, gain);
            double light = lamp * (1 - 0.9 * grey);
            double dust = grain * random.nextGaussian();
            rgb[0] = (float) (paper[0] * light * (1 - density * c) * (1 - 0.12 * m) + dust);
            rgb[1] = (float) (paper[1] * light * (1 - 0.15 * c) * (1 - density * m) * (1 - 0.05 * k) + dust);
            rgb[2] = (float) (paper[2] * light * (1 - 0.05 * c) * (1 - 0.2 * m) * (1 - density * k) + dust);
        });
        return print.smoothed(lens(0.35 + 0.5 * random.nextDouble()));
    }

    /** How much of the paper an ink covers, once its dots have run. */
    private static double spread(double ink, double grey, double gain) {
        return 1 - Math.pow(1 - Math.clamp((ink - grey) / (1 - grey + 1e-9), 0, 1), gain);
    }

    /** Sharper in the middle than a Gaussian, with longer ends. */
    private static double[] lens(double width) {
        double[] kernel = new double[2 * REACH + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = 1 / (1 + Math.pow(Math.abs(i - REACH) / width, 3));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }
}
