package io.namesake.face.evaluation.attacks;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * A living person under light and by a camera that are both drawn at random, more widely than {@link OrdinaryCamera} does: lamps from one side, tones, blur,
 * sharpening, noise, and pictures that are cut tightly around the face. Judges learn from them that none of this is an attack; nothing is
 * decided by how many of them are suspected, since hardly any camera is that bad.
 */
final class RandomisedCamera {
    private RandomisedCamera() {}

    static BufferedImage picture(BufferedImage live, Rectangle2D face, RandomGenerator random) {
        Raster scene = Raster.of(live, face);
        Raster lit = random.nextDouble() < 0.7 ? lit(scene, random) : scene;
        Raster seen = lit.scaled(0.65 + 0.6 * random.nextDouble()).blurred(0.2 + 0.7 * random.nextDouble());
        Raster developed = developed(random.nextDouble() < 0.35 ? sharpened(seen, random) : seen, random);
        return random.nextDouble() < 0.35 ? developed.around(0.1 + 0.6 * random.nextDouble()) : developed.image();
    }

    /** Lamps and windows: from one side, of a colour, near or far. */
    private static Raster lit(Raster scene, RandomGenerator random) {
        double slopeX = 0.7 * random.nextGaussian();
        double slopeY = 0.4 * random.nextGaussian();
        double warm = 0.15 * random.nextGaussian();
        double spot = 0.5 * random.nextGaussian();
        double spotX = random.nextDouble();
        double spotY = random.nextDouble();
        double size = 0.15 + 0.3 * random.nextDouble();
        return scene.mapped((value, luma, channel, x, y) -> {
            double distance = Math.hypot(x - spotX, y - spotY) / size;
            double side = slopeX * (x - 0.5) + slopeY * (y - 0.5);
            double light = side + spot * Math.exp(-distance * distance) + (channel - 1) * warm * side;
            return value * Math.exp(light);
        });
    }

    private static Raster sharpened(Raster seen, RandomGenerator random) {
        double amount = 0.3 + random.nextDouble();
        Raster soft = seen.blurred(0.6 + 0.8 * random.nextDouble());
        return seen.drawn((x, y, rgb) -> {
            for (int c = 0; c < rgb.length; c++) {
                rgb[c] += (float) (amount * (rgb[c] - soft.at(x, y, c)));
            }
        });
    }

    private static Raster developed(Raster seen, RandomGenerator random) {
        double gamma = Math.exp(0.2 * random.nextGaussian());
        double gain = Math.exp(0.15 * random.nextGaussian());
        double saturation = 0.6 + 0.7 * random.nextDouble();
        double warmth = 0.06 * random.nextGaussian();
        double veil = 0.05 * random.nextDouble();
        double noise = 0.02 * random.nextDouble() * random.nextDouble();
        return new Development(gamma, gain, saturation, warmth, veil, noise).of(seen, random);
    }
}
