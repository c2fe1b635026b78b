package io.namesake.document.print;

import io.namesake.document.Portrait;
import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import io.namesake.document.print.zone.ReadZone;
import java.util.Optional;

/**
 * Where the portrait is on a page with a zone, which says where the page lies and how large it is, for its letters are a tenth of an inch wide. A face is looked for in all of the page above the zone. Where
 * none is found, the portrait of a passport, a visa or a larger card lies above the zone on the left (ICAO Doc 9303-4 and -6, zone V), and is cut out with enough air for all of these. A small card has its zone on
 * the back; see {@link CardFront}.
 */
final class PortraitCut {
    private static final double CHARACTER_MM = 2.54;
    private static final double QUALITY = 0.92;
    private static final int MOST_SIDE = 900;
    private static final int MOST_SIDE_FOR_FINDING = 480;
    private static final int LEAST_SIDE = 32;

    private PortraitCut() {}

    /** In mm from the beginning of the first row: 5 to the left, 43 to the right, 66 up to 8 up. */
    static Quad place(ReadZone zone) {
        return part(zone, -5, isLong(zone) ? -66 : -56, 43, -8);
    }

    /** All of the page above the zone, upright, in mm: 8 beyond the rows on both sides, up to the page's upper edge. May reach beyond the picture. */
    static Quad above(ReadZone zone) {
        return part(zone, -8, isLong(zone) ? -76 : -62, length(zone) * CHARACTER_MM + 8, -4);
    }

    private static boolean isLong(ReadZone zone) {
        return length(zone) == 44;
    }

    private static int length(ReadZone zone) {
        return zone.zone().format().length();
    }

    /** In mm from the beginning of the first row, to the right along it and down. */
    private static Quad part(ReadZone zone, double left, double top, double right, double bottom) {
        Quad first = zone.place().rows().getFirst();
        double mm = first.width() / (length(zone) * CHARACTER_MM);
        Point begin = first.left();
        double cos = (first.right().x() - begin.x()) / first.width();
        double sin = (first.right().y() - begin.y()) / first.width();
        return new Quad(
                at(begin, cos, sin, left * mm, top * mm),
                at(begin, cos, sin, right * mm, top * mm),
                at(begin, cos, sin, right * mm, bottom * mm),
                at(begin, cos, sin, left * mm, bottom * mm));
    }

    private static Point at(Point origin, double cos, double sin, double x, double y) {
        return origin.plus(x * cos - y * sin, x * sin + y * cos);
    }

    static Optional<Portrait> cut(Page page, Quad place) {
        double scale = Math.min(1, MOST_SIDE / Math.max(place.width(), place.height()));
        if (Math.min(place.width(), place.height()) * scale < LEAST_SIDE) {
            return Optional.empty();
        }
        return Optional.of(new Portrait(Portrait.Format.JPEG, jpeg(page, place, MOST_SIDE)));
    }

    /** What a face is looked for in: it must be found there, not recognised. */
    static byte[] forFinding(Page page, Quad place) {
        return jpeg(page, place, MOST_SIDE_FOR_FINDING);
    }

    /** A place of a page, straightened; at most so many pixels a side. */
    private static byte[] jpeg(Page page, Quad place, int mostSide) {
        double scale = Math.min(1, mostSide / Math.max(place.width(), place.height()));
        int width = Math.max(1, (int) Math.round(place.width() * scale));
        int height = Math.max(1, (int) Math.round(place.height() * scale));
        return Jpeg.write(Perspective.straighten(page, place, width, height), QUALITY);
    }
}
