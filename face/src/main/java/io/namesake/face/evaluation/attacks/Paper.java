package io.namesake.face.evaluation.attacks;

import java.util.random.RandomGenerator;

/** What ink on paper does to a picture. */
final class Paper {
    private Paper() {}

    /** Ink reaches fewer colours, no black and no glow; paper and lamp tint it. */
    static Raster printed(Raster live, RandomGenerator random) {
        double black = 0.06 + 0.1 * random.nextDouble();
        double white = 0.78 + 0.17 * random.nextDouble();
        double colour = 0.55 + 0.35 * random.nextDouble();
        double warmth = 0.06 * (random.nextDouble() - 0.5);
        return live.mapped((value, luma, channel, x, y) -> {
            double grey = luma + colour * (value - luma);
            double tint = channel == 0 ? warmth : channel == 2 ? -warmth : 0;
            return black + (white - black) * Math.clamp(grey, 0, 1) + tint;
        });
    }

    /** The sheet with its margin before something plain. */
    static Raster held(Raster print, RandomGenerator random) {
        double size = 0.72 + 0.2 * random.nextDouble();
        double margin = 0.02 + 0.04 * random.nextDouble();
        double wall = 0.15 + 0.45 * random.nextDouble();
        double angle = Math.toRadians(8 * (random.nextDouble() - 0.5));
        return print.placed(size, angle, margin, 0.9, wall);
    }

    /** Bent around a vertical axis: the sides are farther and darker. */
    static Raster bent(Raster print, double bend) {
        return print.warped((x, y) -> 0.5 + Math.sin((x - 0.5) * 2 * bend * Math.PI) / (2 * Math.sin(bend * Math.PI)))
                .mapped((value, luma, channel, x, y) -> value * (1 - 1.6 * bend * Math.abs(x - 0.45)));
    }
}
