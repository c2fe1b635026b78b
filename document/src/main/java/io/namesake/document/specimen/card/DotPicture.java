package io.namesake.document.specimen.card;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import java.util.random.RandomGenerator;

/** A picture made of dots: of light on a screen, or of ink on paper. */
final class DotPicture {
    /** Of cyan, magenta, yellow and black. */
    private static final int[] ANGLES = {15, 75, 0, 45};
    /** What a full dot of each ink leaves of red, green and blue. */
    private static final double[][] INKS = {{0.12, 1, 1}, {1, 0.15, 1}, {1, 1, 0.18}, {0.12, 0.12, 0.12}};

    private static final double BLACK_SHARE = 0.7;
    private static final double PAPER = 246;
    private static final double DARKEST = 8;
    private static final double GLOW = 12;
    private static final double DIMMED = 0.25;

    private DotPicture() {}

    /**
     * On a screen.
     *
     * @param pitch of its pixels, in those of the picture
     * @param gap share of a row that is dim
     * @param leak share of a colour's light beside its own stripe
     */
    static Page screen(Page page, double pitch, double gap, double leak) {
        Page cells = Perspective.resized(page, Math.max(1, (int) Math.round(page.width() / pitch)), Math.max(1, (int)
                Math.round(page.height() / pitch)));
        double even = (1 + 2 * leak) / 3 * (1 - gap + gap * DIMMED) / 0.77;
        int[] pixels = new int[page.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            double x = (i % page.width() + 0.5) * cells.width() / page.width();
            double y = (i / page.width() + 0.5) * cells.height() / page.height();
            int shown = cells.pixels()[(int) y * cells.width() + (int) x];
            double row = y - Math.floor(y) < gap ? DIMMED : 1;
            int stripe = (int) Math.min(2, (x - Math.floor(x)) * 3);
            for (int c = 0; c < 3; c++) {
                double light = (shown >> 16 - 8 * c & 0xFF) * row * (stripe == c ? 1 : leak);
                pixels[i] |= level(GLOW + light / even) << 16 - 8 * c;
            }
        }
        return new Page(page.width(), page.height(), pixels);
    }

    /**
     * In print, with dots in rows whose size says how much ink there is.
     *
     * @param period from row to row, pixels
     * @param turn of all four screens, degrees
     */
    static Page halftone(Page page, double period, double turn) {
        double[] cos = new double[INKS.length];
        double[] sin = new double[INKS.length];
        for (int ink = 0; ink < INKS.length; ink++) {
            double angle = Math.toRadians(ANGLES[ink] + turn);
            cos[ink] = 2 * Math.PI / period * Math.cos(angle);
            sin[ink] = 2 * Math.PI / period * Math.sin(angle);
        }
        return printed(page, (ink, x, y) -> {
            double across = Math.cos(cos[ink] * x + sin[ink] * y) + Math.cos(cos[ink] * y - sin[ink] * x);
            return Math.acos(Math.clamp(across / 2, -1, 1)) / Math.PI;
        });
    }

    /** In print, with dots where chance has them. */
    static Page strewn(Page page, RandomGenerator random) {
        return printed(page, (ink, x, y) -> random.nextDouble());
    }

    /** How much ink a place needs before a dot is set there, 0 to 1. */
    private interface Threshold {
        double at(int ink, int x, int y);
    }

    private static Page printed(Page page, Threshold threshold) {
        int[] pixels = new int[page.pixels().length];
        double[] inks = new double[INKS.length];
        for (int i = 0; i < pixels.length; i++) {
            int shown = page.pixels()[i];
            double black = BLACK_SHARE;
            for (int c = 0; c < 3; c++) {
                inks[c] = 1 - (shown >> 16 - 8 * c & 0xFF) / 255.0;
                black = Math.min(black, BLACK_SHARE * inks[c]);
            }
            for (int c = 0; c < 3; c++) {
                inks[c] = (inks[c] - black) / (1 - black);
            }
            inks[3] = black;
            double[] left = {1, 1, 1};
            for (int ink = 0; ink < INKS.length; ink++) {
                if (inks[ink] > threshold.at(ink, i % page.width(), i / page.width())) {
                    for (int c = 0; c < 3; c++) {
                        left[c] *= INKS[ink][c];
                    }
                }
            }
            for (int c = 0; c < 3; c++) {
                pixels[i] |= level(DARKEST + (PAPER - DARKEST) * left[c]) << 16 - 8 * c;
            }
        }
        return new Page(page.width(), page.height(), pixels);
    }

    private static int level(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }
}
