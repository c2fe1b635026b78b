package io.namesake.document.print;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Whether a fine regular pattern lies over a place: the pixels of a screen, the dots of a halftone print, or the moiré of either with the camera's own
 * pixels. It is a narrow peak in the spectrum of every part of the place at once, which print, faces and a camera's noise are not. A peak of what is
 * drawn there as fine regular lines looks alike.
 */
final class FinePattern {
    private static final int MOST_WINDOWS = 32;
    private static final int FEWEST_WINDOWS = 12;
    /** Waves a pixel; below are the lines and letters that documents have. */
    private static final double LOWEST = 0.16;

    private static final double HIGHEST = 0.62;
    /** JPEG files have peaks at multiples of one wave in eight pixels. */
    private static final int JPEG = Spectrum.SIDE / 8;

    private static final int INNER = 4;
    private static final int OUTER = 7;

    private FinePattern() {}

    /** By how much the highest peak rises above what lies around it, in natural logarithms of power; empty when the place is too small to say. */
    static OptionalDouble strength(Page page, Quad place) {
        Spectrum spectrum = new Spectrum();
        List<Point> windows = windows(page, place);
        for (int i = 0; i + 1 < windows.size(); i += 2) {
            spectrum.add(page, windows.get(i), windows.get(i + 1));
        }
        if (spectrum.windows() < FEWEST_WINDOWS) {
            return OptionalDouble.empty();
        }
        double highest = 0;
        for (int v = 0; v <= Spectrum.SIDE / 2; v++) {
            for (int u = 1 - Spectrum.SIDE / 2; u < Spectrum.SIDE / 2; u++) {
                double waves = Math.hypot(u, v) / Spectrum.SIDE;
                if (waves >= LOWEST && waves <= HIGHEST && !isOfJpeg(u, v) && isTop(spectrum, u, v)) {
                    highest = Math.max(highest, spectrum.at(u, v) - around(spectrum, u, v));
                }
            }
        }
        return OptionalDouble.of(highest);
    }

    /** The corners of windows that half overlap, evenly over the place. */
    private static List<Point> windows(Page page, Quad place) {
        double[] x = corners(place).mapToDouble(Point::x).sorted().toArray();
        double[] y = corners(place).mapToDouble(Point::y).sorted().toArray();
        List<Point> all = new ArrayList<>();
        int half = Spectrum.SIDE / 2;
        for (int top = (int) Math.max(0, y[0]); top + 2 * half <= Math.min(page.height(), y[3]); top += half) {
            for (int left = (int) Math.max(0, x[0]); left + 2 * half <= Math.min(page.width(), x[3]); left += half) {
                if (place.holds(new Point(left + half, top + half))) {
                    all.add(new Point(left, top));
                }
            }
        }
        List<Point> some = new ArrayList<>();
        int count = Math.min(MOST_WINDOWS, all.size());
        for (int i = 0; i < count; i++) {
            some.add(all.get((int) ((long) i * all.size() / count)));
        }
        return some;
    }

    private static Stream<Point> corners(Quad place) {
        return Stream.of(place.upperLeft(), place.upperRight(), place.lowerRight(), place.lowerLeft());
    }

    private static boolean isOfJpeg(int u, int v) {
        boolean onAxis = Math.abs(u) <= 2 || Math.abs(v) <= 2;
        int along = Math.max(Math.abs(u), Math.abs(v));
        return onAxis && off(along) <= 2 || off(u) <= 1 && off(v) <= 1;
    }

    /** To the nearest multiple. */
    private static int off(int waves) {
        int rest = Math.abs(waves) % JPEG;
        return Math.min(rest, JPEG - rest);
    }

    private static boolean isTop(Spectrum spectrum, int u, int v) {
        double here = spectrum.at(u, v);
        for (int dv = -1; dv <= 1; dv++) {
            for (int du = -1; du <= 1; du++) {
                if (spectrum.at(u + du, v + dv) > here) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The upper quartile of a ring about it. */
    private static double around(Spectrum spectrum, int u, int v) {
        double[] ring = new double[(2 * OUTER + 1) * (2 * OUTER + 1) - (2 * INNER - 1) * (2 * INNER - 1)];
        int count = 0;
        for (int dv = -OUTER; dv <= OUTER; dv++) {
            for (int du = -OUTER; du <= OUTER; du++) {
                if (Math.max(Math.abs(du), Math.abs(dv)) >= INNER) {
                    ring[count++] = spectrum.at(u + du, v + dv);
                }
            }
        }
        Arrays.sort(ring);
        return ring[ring.length * 3 / 4];
    }
}
