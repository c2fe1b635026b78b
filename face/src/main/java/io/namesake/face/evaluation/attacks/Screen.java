package io.namesake.face.evaluation.attacks;

import java.util.random.RandomGenerator;

/** What a lit panel does to a picture. */
final class Screen {
    private Screen() {}

    /** Bluer, steeper, and lit from behind where it should be black. */
    static Raster shown(Raster live, RandomGenerator random) {
        double gamma = 0.75 + 0.6 * random.nextDouble();
        double black = 0.02 + 0.06 * random.nextDouble();
        double blue = 1 + 0.12 * random.nextDouble();
        double red = 1 - 0.1 * random.nextDouble();
        return live.mapped((value, luma, channel, x, y) -> {
            double tint = channel == 0 ? red : channel == 2 ? blue : 1;
            return tint * (black + (1 - black) * Math.pow(value, gamma));
        });
    }

    /** A window or lamp mirrored in the glass. */
    static Raster glaring(Raster screen, RandomGenerator random) {
        double middleX = random.nextDouble();
        double middleY = 0.6 * random.nextDouble();
        double size = 0.08 + 0.15 * random.nextDouble();
        double light = 0.15 + 0.3 * random.nextDouble();
        return screen.mapped((value, luma, channel, x, y) -> {
            double distance = Math.hypot(x - middleX, y - middleY) / size;
            return value + (1 - value) * light * Math.exp(-distance * distance);
        });
    }

    /** In its dark frame, before something plain. */
    static Raster framed(Raster screen, RandomGenerator random) {
        double size = 0.72 + 0.2 * random.nextDouble();
        double frame = 0.02 + 0.05 * random.nextDouble();
        double wall = 0.15 + 0.5 * random.nextDouble();
        double angle = Math.toRadians(8 * (random.nextDouble() - 0.5));
        return screen.placed(size, angle, frame, 0.06, wall);
    }
}
