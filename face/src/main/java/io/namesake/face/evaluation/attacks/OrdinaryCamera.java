package io.namesake.face.evaluation.attacks;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * A living person's picture as another ordinary camera might have taken it: size, exposure, white balance, colour, blur and noise differ, nothing else. What
 * these alone do to a picture must not make it suspect.
 */
final class OrdinaryCamera {
    private OrdinaryCamera() {}

    static BufferedImage picture(BufferedImage live, Rectangle2D face, RandomGenerator random) {
        double gamma = Math.exp(0.4 * (random.nextDouble() - 0.5));
        double gain = 0.8 + 0.4 * random.nextDouble();
        double saturation = 0.75 + 0.5 * random.nextDouble();
        double warmth = 0.16 * (random.nextDouble() - 0.5);
        double veil = 0.03 * random.nextDouble();
        double noise = 0.01 * random.nextDouble();
        double blur = 0.2 + 0.3 * random.nextDouble();
        Raster seen =
                Raster.of(live, face).scaled(0.7 + 0.6 * random.nextDouble()).blurred(blur);
        return new Development(gamma, gain, saturation, warmth, veil, noise)
                .of(seen, random)
                .image();
    }
}
