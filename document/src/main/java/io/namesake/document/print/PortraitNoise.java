package io.namesake.document.print;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.Arrays;

/**
 * Whether the portrait has the noise of the page beside it: what was pasted into the picture afterwards has its own (Mahdian and Saic, Using noise
 * inconsistencies for blind image forensics, 2009).
 */
final class PortraitNoise {
    /** Side of the squares in which noise is measured, pixels. Small enough to lie between the fine lines of a document's ground. */
    private static final int SQUARE = 8;

    private static final int MOST_SIDE = 900;
    /** Of the squares, those with the least, which are flat paper or skin. */
    private static final double FLAT = 0.1;
    /** Below this there is no camera's noise to compare, of 255. */
    private static final double LEAST_NOISE = 0.8;
    /** The quieter of the two has less than this share of the other's noise. */
    private static final double ODD = 0.3;

    private PortraitNoise() {}

    static PortraitSign sign(Page page, Quad inside, Quad beside) {
        double within = level(page, inside);
        double without = level(page, beside);
        double louder = Math.max(within, without);
        if (louder < LEAST_NOISE) {
            return PortraitSign.unknown("the picture has too little noise of a camera to compare");
        }
        double share = Math.min(within, without) / louder;
        return share < ODD
                ? PortraitSign.seen(
                        "it has another noise than the page beside it", (int) Math.round(40 + 100 * (ODD - share)))
                : PortraitSign.notSeen("it has the noise of the page beside it");
    }

    /** Immerkær's estimate (Fast Noise Variance Estimation, 1996) in squares. */
    static double level(Page page, Quad place) {
        int width = (int) Math.clamp(place.width(), 8 * SQUARE, MOST_SIDE);
        int height = (int) Math.clamp(place.height(), 8 * SQUARE, MOST_SIDE);
        int[][] luma = new int[height][];
        for (int y = 0; y < height; y++) {
            luma[y] = row(page, place, (y + 0.5) / height, width);
        }
        int across = (width - 2) / SQUARE;
        double[] squares = new double[across * ((height - 2) / SQUARE)];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = deviation(luma, 1 + i / across * SQUARE, 1 + i % across * SQUARE);
        }
        Arrays.sort(squares);
        return squares[(int) (FLAT * squares.length)];
    }

    /** The nearest pixels along a line across a place, as luma; beyond the picture its edge goes on. @param down share of the place's height */
    private static int[] row(Page page, Quad place, double down, int width) {
        Point from = place.upperLeft().towards(place.lowerLeft(), down);
        Point to = place.upperRight().towards(place.lowerRight(), down);
        double dx = (to.x() - from.x()) / width;
        double dy = (to.y() - from.y()) / width;
        int[] luma = new int[width];
        for (int x = 0; x < width; x++) {
            luma[x] = Page.luma(page.at(from.x() + (x + 0.5) * dx, from.y() + (x + 0.5) * dy));
        }
        return luma;
    }

    private static double deviation(int[][] luma, int top, int left) {
        long sum = 0;
        for (int y = top; y < top + SQUARE; y++) {
            for (int x = left; x < left + SQUARE; x++) {
                int corners = luma[y - 1][x - 1] + luma[y - 1][x + 1] + luma[y + 1][x - 1] + luma[y + 1][x + 1];
                int sides = luma[y - 1][x] + luma[y][x - 1] + luma[y][x + 1] + luma[y + 1][x];
                sum += Math.abs(corners - 2 * sides + 4 * luma[y][x]);
            }
        }
        return Math.sqrt(Math.PI / 2) * sum / (6.0 * SQUARE * SQUARE);
    }
}
