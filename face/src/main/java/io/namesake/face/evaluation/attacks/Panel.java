package io.namesake.face.evaluation.attacks;

import java.util.random.RandomGenerator;

/**
 * A fine screen made in another way than {@link Screen}'s: in linear light, each of its points three stripes side by side, seen through veiling glare and
 * one wide reflection by a camera with a curve and grain of its own.
 */
final class Panel {
    private static final double CAMERA = 2.2;
    private static final double FRAME = 0.04;

    private Panel() {}

    static Raster shown(Raster live, RandomGenerator random) {
        double zoom = 0.75 + 0.2 * random.nextDouble();
        double veil = 0.01 + 0.05 * random.nextDouble();
        double bright = 0.6 + 0.5 * random.nextDouble();
        double blue = 0.08 * random.nextDouble();
        double gamma = 2 + 0.5 * random.nextDouble();
        double lampX = random.nextDouble();
        double lampY = random.nextDouble();
        double lamp = 0.05 + 0.2 * random.nextDouble();
        double lampSize = 0.1 + 0.2 * random.nextDouble();
        double wall = Math.pow(0.1 + 0.4 * random.nextDouble(), CAMERA);
        int width = live.width();
        int height = live.height();
        return live.drawn((x, y, rgb) -> {
            double fromX = (x - width / 2.0) / zoom + width / 2.0;
            double fromY = (y - height / 2.0) / zoom + height / 2.0;
            double outside = Math.max(
                    Math.max(-fromX, fromX - width + 1) / width, Math.max(-fromY, fromY - height + 1) / height);
            double distance = Math.hypot((double) x / width - lampX, (double) y / height - lampY) / lampSize;
            for (int c = 0; c < rgb.length; c++) {
                double lit = (1 + (c - 1) * blue) * bright * stripe(live, fromX + (c - 1) / 3.0, fromY, c, gamma, zoom)
                        + veil
                        + lamp * Math.exp(-distance * distance);
                double light = outside <= 0 ? lit : outside < FRAME ? 0.01 + veil / 2 : wall;
                rgb[c] = (float) (Math.pow(Math.clamp(light, 0, 1), 1 / CAMERA) + 0.006 * random.nextGaussian());
            }
        });
    }

    /** What a camera's pixel sees of the stripes of one colour: their mean in linear light. */
    private static double stripe(Raster live, double x, double y, int colour, double gamma, double zoom) {
        double sum = 0;
        for (int i = 0; i < 9; i++) {
            double dx = (i % 3 - 1) * 0.46 / zoom;
            double dy = (i / 3 - 1) * 0.33 / zoom;
            sum += Math.pow(live.at(x + dx, y + dy, colour), gamma);
        }
        return sum / 9;
    }
}
