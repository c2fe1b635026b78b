package io.namesake.document.print;

import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.List;
import java.util.Optional;

/**
 * The side of a small card that has no zone. Nothing says where on it the portrait lies (ICAO Doc 9303-5, 4.1: issuers put it on either side), so it is
 * turned as its rows of text lie, and cut out around the face.
 *
 * @param page the picture
 * @param frame all of the picture, upright as the card's text reads; its corners may lie outside of the picture
 * @param face what was found in that frame; empty when nothing was
 */
record CardFront(Page page, Quad frame, Optional<FaceArea> face) {
    private static final double QUALITY = 0.92;
    private static final double MOST_OF_SIDE = 1_600;
    /** Rows that differ by less, in radians, lie alike; a mark across does not. */
    private static final double ALIKE = 0.12;

    private static final double LONG = 2.5;
    /** @param upsideDown whether its text was readable half a turn from how the picture was held */
    static CardFront of(ReadPage read, boolean upsideDown, FaceFinder faces) {
        double angle = angle(read.rows()) + (upsideDown ? Math.PI : 0);
        CardFront front = look(read.page(), angle, faces);
        if (front.face.isPresent()) {
            return front;
        }
        CardFront turned = look(read.page(), angle + Math.PI, faces);
        return turned.face.isPresent() ? turned : front;
    }

    private static CardFront look(Page page, double angle, FaceFinder faces) {
        Quad frame = frame(page, angle);
        return new CardFront(page, frame, faces == FaceFinder.NONE ? Optional.empty() : faces.find(jpeg(page, frame)));
    }

    /** The portrait, cut out where a face was found. */
    Optional<Quad> portrait() {
        return face.map(area -> FaceCut.around(frame, area));
    }

    /** Whether the portrait is on the right, with the text to its left. */
    boolean isOnTheRight(List<TextRow> rows) {
        Point middle = portrait().orElse(frame).centre();
        Point begin = frame.left();
        double dx = frame.right().x() - begin.x();
        double dy = frame.right().y() - begin.y();
        long before = rows.stream()
                .map(row -> row.place().centre())
                .filter(centre -> (centre.x() - middle.x()) * dx + (centre.y() - middle.y()) * dy < 0)
                .count();
        return 2 * before > rows.size();
    }

    /** All of the front, upright. */
    byte[] whole() {
        return jpeg(page, frame);
    }

    private static byte[] jpeg(Page page, Quad frame) {
        double scale = Math.min(1, MOST_OF_SIDE / Math.max(frame.width(), frame.height()));
        int width = Math.max(1, (int) Math.round(frame.width() * scale));
        int height = Math.max(1, (int) Math.round(frame.height() * scale));
        return Jpeg.write(Perspective.straighten(page, frame, width, height), QUALITY);
    }

    /** The smallest upright frame around the turned picture. */
    private static Quad frame(Page page, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double wide = page.width() * Math.abs(cos) + page.height() * Math.abs(sin);
        double high = page.width() * Math.abs(sin) + page.height() * Math.abs(cos);
        Point middle = new Point(page.width() / 2.0, page.height() / 2.0);
        return new Quad(
                at(middle, cos, sin, -wide / 2, -high / 2),
                at(middle, cos, sin, wide / 2, -high / 2),
                at(middle, cos, sin, wide / 2, high / 2),
                at(middle, cos, sin, -wide / 2, high / 2));
    }

    private static Point at(Point origin, double cos, double sin, double x, double y) {
        return origin.plus(x * cos - y * sin, x * sin + y * cos);
    }

    /** The direction in which most text lies, in radians; half a turn is the same. 0 without text. */
    static double angle(List<TextRow> rows) {
        List<Quad> texts = rows.stream()
                .map(TextRow::place)
                .filter(place -> place.width() > LONG * place.height())
                .toList();
        double best = 0;
        double most = 0;
        for (Quad one : texts) {
            double along = 0;
            double across = 0;
            double length = 0;
            for (Quad other : texts) {
                double off = Math.IEEEremainder(angle(other) - angle(one), Math.PI);
                if (Math.abs(off) < ALIKE) {
                    along += other.width() * Math.cos(off);
                    across += other.width() * Math.sin(off);
                    length += other.width();
                }
            }
            if (length > most) {
                most = length;
                best = angle(one) + Math.atan2(across, along);
            }
        }
        return best;
    }

    private static double angle(Quad row) {
        return Math.atan2(
                row.right().y() - row.left().y(), row.right().x() - row.left().x());
    }
}
