package io.namesake.document.print;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Quad;

/** How steep the edges of letters are against their contrast. */
final class Sharpness {
    private static final int HEIGHT = 160;
    /** The steepest tenth of edges of a sharp zone rise by more than this share of the contrast from one pixel to the next. */
    private static final double SHARP = 0.13;

    private Sharpness() {}

    static boolean isBlurred(Page page, Quad zone) {
        return steepness(page, zone) < SHARP;
    }

    static double steepness(Page page, Quad zone) {
        int width = (int) Math.min(1_600, Math.max(100, zone.width()));
        int height = (int) Math.clamp(zone.height(), 20, HEIGHT);
        Page straight = Perspective.straighten(page, zone, width, height);
        int[] steps = new int[256];
        int[] levels = new int[256];
        for (int y = 0; y < height; y++) {
            for (int x = 1; x < width; x++) {
                int here = Page.luma(straight.pixels()[y * width + x]);
                int before = Page.luma(straight.pixels()[y * width + x - 1]);
                steps[Math.abs(here - before)]++;
                levels[here]++;
            }
        }
        int all = height * (width - 1);
        int contrast = quantile(levels, all, 0.95) - quantile(levels, all, 0.05);
        return quantile(steps, all, 0.95) / (double) Math.max(20, contrast);
    }

    private static int quantile(int[] histogram, int all, double share) {
        int count = 0;
        for (int level = 0; level < histogram.length; level++) {
            count += histogram[level];
            if (count >= share * all) {
                return level;
            }
        }
        return histogram.length - 1;
    }
}
