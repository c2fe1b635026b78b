package io.namesake.document.specimen.card;

import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Quad;
import java.util.random.RandomGenerator;

/**
 * How a page is photographed.
 *
 * @param width of the photo, pixels; its height is three quarters of it
 * @param fill share of the photo's width that the page takes, 0 to 1
 * @param turn clockwise, degrees
 * @param tiltX how much shorter the left side is than the right one, -0.3 to 0.3
 * @param tiltY likewise the upper than the lower
 * @param blur standard deviation, pixels
 * @param glare how much of the light of a lamp the page throws back, 0 to 1
 * @param glareX where, as a share of the photo's width
 * @param glareY likewise of its height
 * @param noise standard deviation, of 255
 * @param shade how dark the far corner is, 0 (black) to 1 (even light)
 * @param quality of the JPEG file, 0 to 1
 */
public record Capture(
        int width,
        double fill,
        double turn,
        double tiltX,
        double tiltY,
        double blur,
        double glare,
        double glareX,
        double glareY,
        double noise,
        double shade,
        double quality) {

    /** Held straight in good light. */
    public static final Capture GOOD = new Capture(1600, 0.86, 0, 0, 0, 0.4, 0, 0.5, 0.5, 2, 0.95, 0.9);

    /** As people take them: a little askew, not always sharp, a lamp above, now and then a quarter or half turned. */
    public static Capture ordinary(RandomGenerator random) {
        double quarters = random.nextInt(10) == 0 ? 90 * (1 + random.nextInt(3)) : 0;
        return new Capture(
                1400 + random.nextInt(700),
                (quarters % 180 == 0 ? 0.74 : 0.58) + 0.16 * random.nextDouble(),
                quarters + 6 * random.nextGaussian() / 2,
                between(-0.07, 0.07, random),
                between(-0.07, 0.07, random),
                between(0.3, 1.5, random),
                random.nextInt(3) == 0 ? between(0.2, 0.6, random) : 0,
                random.nextDouble(),
                random.nextDouble(),
                between(1, 9, random),
                between(0.55, 1, random),
                between(0.5, 0.92, random));
    }

    public Capture withBlur(double sigma) {
        return new Capture(width, fill, turn, tiltX, tiltY, sigma, glare, glareX, glareY, noise, shade, quality);
    }

    public Capture withGlare(double strength, double x, double y) {
        return new Capture(width, fill, turn, tiltX, tiltY, blur, strength, x, y, noise, shade, quality);
    }

    public Capture withShade(double darkest) {
        return new Capture(width, fill, turn, tiltX, tiltY, blur, glare, glareX, glareY, noise, darkest, quality);
    }

    public Capture withFill(double share) {
        return new Capture(width, share, turn, tiltX, tiltY, blur, glare, glareX, glareY, noise, shade, quality);
    }

    public Capture withTurn(double degrees) {
        return new Capture(width, fill, degrees, tiltX, tiltY, blur, glare, glareX, glareY, noise, shade, quality);
    }

    /** The photo before it becomes a file. */
    public Page photograph(Page page, RandomGenerator random) {
        return new Photograph(this, random).of(page);
    }

    /** Where a place of the page is in the photo. */
    public Quad place(Page page, Quad onPage) {
        return Photograph.place(this, page, onPage);
    }

    /** The photo as a JPEG file. */
    public byte[] take(Page page, RandomGenerator random) {
        return Jpeg.write(photograph(page, random), quality);
    }

    private static double between(double from, double to, RandomGenerator random) {
        return from + (to - from) * random.nextDouble();
    }
}
