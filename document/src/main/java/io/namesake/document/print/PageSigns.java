package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.OptionalDouble;

/**
 * Signs in the pixels that a picture shows something else than a document. Estimates from single pictures, each with how sure it is:
 * honest pictures show such signs too, so they are for a person to look at and never a verdict. For the portrait's see {@link PortraitSigns}. The thresholds were set on specimens; see
 * {@code docs/document-reading.md}.
 */
final class PageSigns {
    /** Mean distance between a pixel's strongest and weakest channel, of 255; specimens in colour have 15 to 22. */
    private static final double COLOURLESS = 5;
    /** A pattern's peak that honest photos of specimens did not reach. */
    private static final double PATTERN = 2;
    /** Real documents may have fine regular lines of their own, and none were measured. */
    private static final int MOST_SURE = 60;

    private PageSigns() {}

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

    private static double colour(Page page, Quad place) {
        double sum = 0;
        int count = 0;
        for (double y = 0.01; y < 1; y += 0.02) {
            for (double x = 0.01; x < 1; x += 0.02) {
                Point at = place.part(x, y, x, y).upperLeft();
                int pixel = page.at(at.x(), at.y());
                int r = pixel >> 16 & 0xFF;
                int g = pixel >> 8 & 0xFF;
                int b = pixel & 0xFF;
                sum += Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
                count++;
            }
        }
        return sum / count;
    }
}
