package io.namesake.document.print;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import io.namesake.document.print.resident.ResidentSide.Front;
import io.namesake.document.print.zone.ZoneRows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says why a page could not be read, as far as its pixels tell. Thresholds were set on degraded specimens; see docs/document-reading.md. */
final class CaptureHints {
    private static final int FEW_ROWS = 3;
    private static final double DARK = 55;
    /** Share of pixels of a place without any drawing left in the light. */
    private static final double BURNT_OUT = 0.04;

    private static final int WHITE = 250;
    /** Pixels of a row of the zone, from top to bottom, with the air around it; letters have half of that. */
    private static final double LEAST_ROW = 20;

    /** Share of the picture over which a document's text is spread. */
    private static final double FAR = 0.35;

    private static final double EDGE = 0.012;

    private CaptureHints() {}

    static List<CaptureHint> of(List<ReadPage> pages) {
        Set<CaptureHint> hints = new LinkedHashSet<>();
        // What stands in the way of the side with the zone, or with a resident's number, matters; that another side has
        // none is as it should be.
        List<ReadPage> withRows = pages.stream()
                .filter(page -> !page.candidates().isEmpty()
                        || page.resident().filter(Front.class::isInstance).isPresent())
                .toList();
        (withRows.isEmpty() ? pages : withRows).forEach(page -> hints.addAll(of(page)));
        if (hints.size() > 1) {
            hints.remove(CaptureHint.TAKE_AGAIN);
        }
        return List.copyOf(hints);
    }

    private static List<CaptureHint> of(ReadPage read) {
        Page page = read.page();
        List<CaptureHint> hints = new ArrayList<>();
        double brightness = brightness(page);
        if (brightness < DARK) {
            hints.add(CaptureHint.TOO_DARK);
        }
        if (read.rows().size() < FEW_ROWS) {
            hints.add(brightness < DARK ? CaptureHint.TOO_DARK : CaptureHint.NO_DOCUMENT);
            return hints.stream().distinct().toList();
        }
        if (read.resident().isPresent() && read.resident().get() instanceof Front front) {
            hints.add(Sharpness.isBlurred(page, front.numberPlace()) ? CaptureHint.BLURRED : CaptureHint.TAKE_AGAIN);
            return hints;
        }
        if (read.candidates().isEmpty()) {
            hints.add(
                    isFar(read)
                            ? CaptureHint.TOO_SMALL
                            : read.rows().stream().anyMatch(row -> touches(page, row.place()))
                                    ? CaptureHint.CUT_OFF
                                    : CaptureHint.WRONG_SIDE);
            return hints;
        }
        ZoneRows zone = read.candidates().getFirst();
        Quad row = zone.rows().getFirst();
        if (touches(page, zone.whole())) {
            hints.add(CaptureHint.CUT_OFF);
        }
        if (burntOut(page, zone.whole().scaled(1.6, 1.4)) > BURNT_OUT) {
            hints.add(CaptureHint.GLARE);
        }
        if (row.height() < LEAST_ROW) {
            hints.add(CaptureHint.TOO_SMALL);
        }
        if (hints.isEmpty()) {
            hints.add(Sharpness.isBlurred(page, zone.whole()) ? CaptureHint.BLURRED : CaptureHint.TAKE_AGAIN);
        }
        return hints;
    }

    /** Whether all text lies in a small part of the picture. */
    private static boolean isFar(ReadPage read) {
        double[] x = read.rows().stream()
                .mapToDouble(row -> row.place().centre().x())
                .sorted()
                .toArray();
        double[] y = read.rows().stream()
                .mapToDouble(row -> row.place().centre().y())
                .sorted()
                .toArray();
        double spread = Math.max(
                (x[x.length - 1] - x[0]) / read.page().width(),
                (y[y.length - 1] - y[0]) / read.page().height());
        return spread < FAR;
    }

    private static double brightness(Page page) {
        long sum = 0;
        int count = 0;
        for (int i = 0; i < page.pixels().length; i += 97) {
            sum += Page.luma(page.pixels()[i]);
            count++;
        }
        return (double) sum / count;
    }

    /** Whether text runs into the picture's edge. */
    private static boolean touches(Page page, Quad place) {
        double x = EDGE * page.width();
        double y = EDGE * page.height();
        for (Point corner : List.of(place.upperLeft(), place.upperRight(), place.lowerRight(), place.lowerLeft())) {
            if (corner.x() < x || corner.y() < y || corner.x() > page.width() - x || corner.y() > page.height() - y) {
                return true;
            }
        }
        return false;
    }

    /** Share of white pixels in a place. */
    static double burntOut(Page page, Quad place) {
        int white = 0;
        int all = 0;
        for (double y = 0.02; y < 1; y += 0.04) {
            for (double x = 0.01; x < 1; x += 0.01) {
                Point at = place.part(x, y, x, y).upperLeft();
                int px = (int) Math.clamp(at.x(), 0, page.width() - 1);
                int py = (int) Math.clamp(at.y(), 0, page.height() - 1);
                int pixel = page.pixels()[py * page.width() + px];
                boolean burnt =
                        (pixel >> 16 & 0xFF) >= WHITE && (pixel >> 8 & 0xFF) >= WHITE && (pixel & 0xFF) >= WHITE;
                white += burnt ? 1 : 0;
                all++;
            }
        }
        return (double) white / all;
    }
}
