package io.namesake.face.evaluation.attacks;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * What paper or a panel makes of a picture, drawn at random from more ways than any printer or screen has: tone, colours, light, sharpness, grain and pattern
 * are each chosen by themselves, and each may be missing. A fit that meets a new copy every time can learn only what they have in common.
 */
final class RandomisedCopy {
    private static final double SELDOM = 0.3;

    private RandomisedCopy() {}

    /** On paper. */
    static Raster printed(Raster live, RandomGenerator random) {
        Raster copy = coloured(coarse(live, random), random, 0.4, 1.1, 0.16, 0.78);
        if (random.nextDouble() < SELDOM) {
            copy = dotted(copy, random);
        }
        return lit(copy, random, 0.25);
    }

    /** On a panel. */
    static Raster shown(Raster live, RandomGenerator random) {
        Raster copy = coloured(coarse(live, random), random, 0.7, 1.35, 0.1, 0.85);
        return lit(copy, random, 0.12);
    }

    /** Fewer points than the picture had. */
    private static Raster coarse(Raster live, RandomGenerator random) {
        if (random.nextDouble() < 0.5) {
            return live.blurred(0.3 + 0.9 * random.nextDouble());
        }
        double size = 0.5 + 0.45 * random.nextDouble();
        Raster small = live.scaled(size);
        double across = (double) small.width() / live.width();
        double down = (double) small.height() / live.height();
        return live.drawn((x, y, rgb) -> {
            for (int c = 0; c < rgb.length; c++) {
                rgb[c] = (float) small.at((x + 0.5) * across - 0.5, (y + 0.5) * down - 0.5, c);
            }
        });
    }

    /**
     * A curve of tones, then colours that leak into one another.
     *
     * @param palest least saturation
     * @param strongest most saturation
     * @param lifted how light black may become
     * @param dimmed how dark white may become
     */
    private static Raster coloured(
            Raster live, RandomGenerator random, double palest, double strongest, double lifted, double dimmed) {
        double gamma = Math.exp(0.4 * random.nextGaussian());
        double steep = 0.35 * random.nextDouble() * (random.nextBoolean() ? 1 : -0.4);
        double black = lifted * random.nextDouble();
        double white = dimmed + (1 - dimmed) * random.nextDouble();
        double saturation = palest + (strongest - palest) * random.nextDouble();
        double[] tint = {0.07 * random.nextGaussian(), 0.03 * random.nextGaussian(), 0.07 * random.nextGaussian()};
        double leak = 0.12 * random.nextDouble();
        double grain = random.nextDouble() < 0.5 ? 0 : 0.03 * random.nextDouble();
        return live.drawn((x, y, rgb) -> {
            double luma = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
            double[] old = {rgb[0], rgb[1], rgb[2]};
            double dust = grain * random.nextGaussian();
            for (int c = 0; c < rgb.length; c++) {
                double own = (1 - leak) * old[c] + leak * old[(c + 1) % rgb.length];
                double value = Math.pow(Math.clamp(luma + saturation * (own - luma), 0, 1), gamma);
                double bent = value + steep * value * (1 - value) * (2 * value - 1) * 2;
                rgb[c] = (float) ((black + (white - black) * bent) * (1 + tint[c]) + dust);
            }
        });
    }

    /** Ink in dots or lines, at another angle for each colour. */
    private static Raster dotted(Raster copy, RandomGenerator random) {
        double depth = 0.04 + 0.2 * random.nextDouble();
        double turn = 2 * Math.PI / (1.7 + 3 * random.nextDouble());
        boolean lines = random.nextDouble() < SELDOM;
        double[] angles = {Math.PI * random.nextDouble(), Math.PI * random.nextDouble(), Math.PI * random.nextDouble()};
        return copy.drawn((x, y, rgb) -> {
            for (int c = 0; c < rgb.length; c++) {
                double u = (x * Math.cos(angles[c]) + y * Math.sin(angles[c])) * turn;
                double v = (y * Math.cos(angles[c]) - x * Math.sin(angles[c])) * turn;
                double dot = lines ? Math.cos(u) : (Math.cos(u) + Math.cos(v)) / 2;
                rgb[c] += (float) (depth * dot * (1.1 - rgb[c]));
            }
        });
    }

    /** A lamp of its own: from one side, and perhaps mirrored in it. */
    private static Raster lit(Raster copy, RandomGenerator random, double most) {
        double slopeX = most * random.nextGaussian();
        double slopeY = most * random.nextGaussian();
        double gain = Math.exp(0.15 * random.nextGaussian());
        double glare = random.nextDouble() < 0.5 ? 0 : 0.4 * random.nextDouble();
        double glareX = random.nextDouble();
        double glareY = random.nextDouble();
        double size = 0.05 + 0.25 * random.nextDouble();
        return copy.drawn((x, y, rgb) -> {
            double u = (double) x / copy.width();
            double v = (double) y / copy.height();
            double light = gain * Math.exp(slopeX * (u - 0.5) + slopeY * (v - 0.5));
            double distance = Math.hypot(u - glareX, v - glareY) / size;
            double mirrored = glare * Math.exp(-distance * distance);
            for (int c = 0; c < rgb.length; c++) {
                rgb[c] = (float) (light * rgb[c] + (1 - light * rgb[c]) * mirrored);
            }
        });
    }

    /** As a camera sees it: a little blur, a little noise. */
    static BufferedImage taken(Raster scene, RandomGenerator random) {
        double noise = 0.012 * random.nextDouble();
        Raster seen = scene.blurred(0.25 + 0.6 * random.nextDouble());
        return seen.drawn((x, y, rgb) -> {
                    for (int c = 0; c < rgb.length; c++) {
                        rgb[c] += (float) (noise * random.nextGaussian());
                    }
                })
                .image();
    }

    /** Stripes or a grid of light whose period is no whole number of the camera's pixels, and the slow beat of both. */
    static Raster striped(Raster shown, RandomGenerator random) {
        double depth = 0.03 + 0.18 * random.nextDouble();
        double turn = 2 * Math.PI / (1.6 + 2.6 * random.nextDouble());
        double lean = 0.3 * random.nextGaussian();
        double rows = random.nextDouble();
        double beat = random.nextDouble() < 0.5 ? 0 : 0.08 * random.nextDouble();
        double slow = 2 * Math.PI / (6 + 20 * random.nextDouble());
        double phase = random.nextBoolean() ? 2 * Math.PI / 3 : 0;
        return shown.drawn((x, y, rgb) -> {
            for (int c = 0; c < rgb.length; c++) {
                double column = Math.cos((x + lean * y) * turn + c * phase);
                double row = Math.cos((y - lean * x) * turn);
                double wave = beat * Math.cos((x * lean + y) * slow + c * phase);
                rgb[c] *= (float) (1 + depth * ((1 - rows) * column + rows * row) + wave);
            }
        });
    }

    /** The sheet or panel in what holds it, somewhere in the picture or filling it. */
    static Raster held(Raster copy, RandomGenerator random, double edge) {
        if (random.nextDouble() < SELDOM) {
            return copy;
        }
        double size = 0.65 + 0.3 * random.nextDouble();
        double angle = Math.toRadians(5 * random.nextGaussian());
        double margin = random.nextDouble() < 0.2 ? 0 : 0.01 + 0.07 * random.nextDouble();
        return copy.placed(size, angle, margin, edge, 0.05 + 0.8 * random.nextDouble());
    }
}
