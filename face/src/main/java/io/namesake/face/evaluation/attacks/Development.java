package io.namesake.face.evaluation.attacks;

import java.util.random.RandomGenerator;

/**
 * How a camera makes a picture of what it has seen.
 *
 * @param gamma of the tones, 1 for none
 * @param gain of the light, 1 for none
 * @param saturation of the colours, 1 for none changed
 * @param warmth of the white balance: red gains that share, blue loses it
 * @param veil of stray light, 0..1
 * @param noise deviation, in shares of white
 */
record Development(double gamma, double gain, double saturation, double warmth, double veil, double noise) {

    Raster of(Raster seen, RandomGenerator random) {
        return seen.mapped((value, luma, channel, x, y) -> {
            double balance = channel == 0 ? 1 + warmth : channel == 2 ? 1 - warmth : 1;
            double light = balance * gain * Math.pow(Math.max(0, luma + saturation * (value - luma)), gamma);
            return veil + (1 - veil) * light + noise * random.nextGaussian();
        });
    }
}
