package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Signs in the pixels that a picture shows something else than an untouched document. Estimates from single pictures, each with how sure it is:
 * honest pictures show such signs too, so they are for a person to look at and never a verdict. The thresholds were set on specimens; see
 * {@code docs/document-reading.md}.
 */
final class PageSigns {
    /** Side of the squares in which noise is measured, pixels. */
    private static final int SQUARE = 16;

    private static final int MOST_SIDE = 900;
    /** Below this there is no camera's noise to compare, of 255. */
    private static final double LEAST_NOISE = 0.4;
    /** The quieter of the two has less than this share of the other's noise. */
    private static final double ODD_NOISE = 0.3;
    /** Mean distance between a pixel's strongest and weakest channel, of 255; specimens in colour have 15 to 22. */
    private static final double COLOURLESS = 5;
    /** A pattern's peak that honest photos of specimens did not reach. */
    private static final double PATTERN = 2;
    /** Real documents may have fine regular lines of their own, and none were measured. */
    private static final int MOST_SURE = 60;

    /** Of the cut-out: the middle of the portrait, without its frame. */
    private static final double[] INSIDE = {0.2, 0.3, 0.65, 0.8};
    /** To the right of it: paper and print. */
    private static final double[] BESIDE = {1.05, 0.15, 1.9, 0.9};
    /** Likewise where the portrait is on the right. */
    private static final double[] BEFORE = {-0.9, 0.15, -0.05, 0.9};

    private PageSigns() {}

    /**
     * Whether the portrait has the noise of the page beside it: what was pasted into the picture afterwards has its own (Mahdian and Saic, Using noise
     * inconsistencies for blind image forensics, 2009).
     *
     * @param onTheRight whether the page goes on to its left
     */
    static EvidenceCheck portrait(Page page, Quad cut, boolean onTheRight) {
        double inside = noise(page, part(cut, INSIDE));
        double beside = noise(page, part(cut, onTheRight ? BEFORE : BESIDE));
        double louder = Math.max(inside, beside);
        if (louder < LEAST_NOISE) {
            return EvidenceCheck.inconclusive(
                    CheckKind.PORTRAIT_REPLACED, "the picture has too little noise of a camera to compare");
        }
        double share = Math.min(inside, beside) / louder;
        return share < ODD_NOISE
                ? EvidenceCheck.inconclusive(
                                CheckKind.PORTRAIT_REPLACED, "the portrait has another noise than the page beside it")
                        .withConfidence((int) Math.round(40 + 100 * (ODD_NOISE - share)))
                : EvidenceCheck.passed(CheckKind.PORTRAIT_REPLACED, "the portrait has the noise of the page beside it")
                        .withConfidence(50);
    }

    /**
     * Whether the picture shows a copy: without colours, or with the fine pattern of a screen or a print over it. Screens whose pixels the camera cannot
     * tell apart, and prints likewise, are not told from a document by this.
     *
     * @param onTheRight whether the page goes on to the portrait's left
     */
    static EvidenceCheck copy(Page page, Quad cut, boolean onTheRight) {
        Quad place = onTheRight ? cut.part(-1, 0, 1, 1) : cut.part(0, 0, 2, 1);
        if (colour(page, place) < COLOURLESS) {
            return EvidenceCheck.inconclusive(CheckKind.COPY, "it has no colours, like a copy in black and white")
                    .withConfidence(80);
        }
        OptionalDouble pattern = FinePattern.strength(page, place);
        if (pattern.isEmpty()) {
            return EvidenceCheck.passed(CheckKind.COPY, "it has colours, so it is no copy in black and white")
                    .withConfidence(20);
        }
        double strength = pattern.getAsDouble();
        return strength >= PATTERN
                ? EvidenceCheck.inconclusive(
                                CheckKind.COPY,
                                "a fine regular pattern lies over it, like that of a screen or of a print of a picture")
                        .withConfidence((int) Math.min(MOST_SURE, Math.round(40 + 10 * (strength - PATTERN))))
                : EvidenceCheck.passed(
                                CheckKind.COPY,
                                "it has colours, and no pattern of a screen or a print was seen over it")
                        .withConfidence(30);
    }

    private static Quad part(Quad cut, double[] box) {
        return cut.part(box[0], box[1], box[2], box[3]);
    }

    /** Immerkær's estimate (Fast Noise Variance Estimation, 1996) in squares; of these the quarter with the least, which is flat paper or skin. */
    private static double noise(Page page, Quad place) {
        int width = (int) Math.clamp(place.width(), 4 * SQUARE, MOST_SIDE);
        int height = (int) Math.clamp(place.height(), 4 * SQUARE, MOST_SIDE);
        int[][] luma = new int[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                luma[y][x] = Page.luma(pixel(page, place, (x + 0.5) / width, (y + 0.5) / height));
            }
        }
        List<Double> squares = new ArrayList<>();
        for (int top = 1; top + SQUARE < height - 1; top += SQUARE) {
            for (int left = 1; left + SQUARE < width - 1; left += SQUARE) {
                squares.add(deviation(luma, top, left));
            }
        }
        return squares.stream().sorted().skip(squares.size() / 4).findFirst().orElse(0.0);
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

    private static double colour(Page page, Quad place) {
        double sum = 0;
        int count = 0;
        for (double y = 0.01; y < 1; y += 0.02) {
            for (double x = 0.01; x < 1; x += 0.02) {
                int pixel = pixel(page, place, x, y);
                int r = pixel >> 16 & 0xFF;
                int g = pixel >> 8 & 0xFF;
                int b = pixel & 0xFF;
                sum += Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
                count++;
            }
        }
        return sum / count;
    }

    private static int pixel(Page page, Quad place, double x, double y) {
        Point at = place.part(x, y, x, y).upperLeft();
        int px = (int) Math.clamp(at.x(), 0, page.width() - 1);
        int py = (int) Math.clamp(at.y(), 0, page.height() - 1);
        return page.pixels()[py * page.width() + px];
    }
}
