package io.namesake.document.specimen.card;

import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import java.util.random.RandomGenerator;

/**
 * What lies before the camera in a document's place. Screens and prints are made of dots, drawn at 24 to a millimetre and photographed at twice the photo's
 * resolution, so that what the camera can't tell apart is averaged as by a lens and not lost.
 *
 * <p>Their sizes are others than those with which the check's threshold was set: screens of 0.21 to 0.33 mm a pixel with gaps of 15 %, halftones of
 * 90 to 160 lines an inch at the usual angles.
 */
public enum Recapture {
    /** The document itself. */
    DOCUMENT {
        @Override
        Page made(Page page, RandomGenerator random) {
            return fine(page);
        }
    },
    /** A desktop's or laptop's screen: 0.16 to 0.2 or 0.34 to 0.42 mm a pixel, each with a red, a green and a blue stripe. */
    SCREEN {
        @Override
        Page made(Page page, RandomGenerator random) {
            double pitch = random.nextBoolean() ? between(0.16, 0.2, random) : between(0.34, 0.42, random);
            return DotPicture.screen(fine(page), pitch * FINE, between(0.05, 0.3, random), between(0.1, 0.5, random));
        }
    },
    /** A colour print with 70 to 89 lines of dots an inch. */
    COARSE_HALFTONE {
        @Override
        Page made(Page page, RandomGenerator random) {
            return DotPicture.halftone(fine(page), between(0.285, 0.36, random) * FINE, between(5, 10, random));
        }
    },
    /** One with 164 to 203. */
    FINE_HALFTONE {
        @Override
        Page made(Page page, RandomGenerator random) {
            return DotPicture.halftone(fine(page), between(0.125, 0.155, random) * FINE, between(5, 10, random));
        }
    },
    /** A colour print with dots strewn at random, 600 an inch, as inkjet printers do it. */
    STREWN_DOTS {
        @Override
        Page made(Page page, RandomGenerator random) {
            return DotPicture.strewn(fine(page), random);
        }
    };

    /** Dots in a millimetre. */
    private static final double FINE = 24;

    private static final int TIMES = (int) (FINE / Sheet.SCALE);

    /** What lies there, finer than the page. */
    abstract Page made(Page page, RandomGenerator random);

    /** A photo of it as a JPEG file. */
    public byte[] take(Page page, Capture how, RandomGenerator random) {
        Capture doubled = new Capture(
                2 * how.width(),
                how.fill(),
                how.turn(),
                how.tiltX(),
                how.tiltY(),
                2 * how.blur(),
                how.glare(),
                how.glareX(),
                how.glareY(),
                2 * how.noise(),
                how.shade(),
                how.quality());
        Page photo = doubled.photograph(made(page, random), random);
        return Jpeg.write(Perspective.resized(photo, photo.width() / 2, photo.height() / 2), how.quality());
    }

    private static Page fine(Page page) {
        int width = TIMES * page.width();
        int[] pixels = new int[TIMES * TIMES * page.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = page.pixels()[i / width / TIMES * page.width() + i % width / TIMES];
        }
        return new Page(width, TIMES * page.height(), pixels);
    }

    private static double between(double from, double to, RandomGenerator random) {
        return from + (to - from) * random.nextDouble();
    }
}
