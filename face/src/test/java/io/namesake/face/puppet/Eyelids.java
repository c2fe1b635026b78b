package io.namesake.face.puppet;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.awt.image.BufferedImage;
import java.util.List;

/** Closes the eyes of a photo: the skin above each eye is stretched over it, and the lashes are drawn along the lower lid. */
final class Eyelids {
    private Eyelids() {}

    static BufferedImage closed(BufferedImage photo, Landmarks landmarks, double share) {
        BufferedImage closed = Retouch.copy(photo);
        List<Point> points = landmarks.points();
        close(photo, closed, points.subList(36, 42), share);
        close(photo, closed, points.subList(42, 48), share);
        return closed;
    }

    /** @param eye corner, two points of the upper lid, corner, two points of the lower lid, against the clock's hands */
    private static void close(BufferedImage photo, BufferedImage closed, List<Point> eye, double share) {
        double left = eye.get(0).x();
        double right = eye.get(3).x();
        double width = right - left;
        // Landmarks hug the iris; the opening reaches a little further.
        double margin = 0.07 * width;
        for (int x = (int) Math.floor(left - margin); x <= Math.ceil(right + margin); x++) {
            double t = Math.clamp((x - left) / width, 0, 1);
            double upper = lid(eye.get(0), eye.get(1), eye.get(2), eye.get(3), t) - margin;
            double lower = lid(eye.get(0), eye.get(5), eye.get(4), eye.get(3), t) + margin;
            double edge = upper + share * (lower - upper);
            double above = 0.22 * width;
            double start = upper - above;
            for (int y = (int) Math.ceil(start); y <= edge; y++) {
                double source = start + (y - start) * above / (edge - start);
                Retouch.put(closed, x, y, Retouch.get(photo, x, source));
            }
            for (int y = (int) Math.round(edge - 0.02 * width); y <= Math.round(edge + 0.02 * width); y++) {
                Retouch.put(closed, x, y, dark(Retouch.get(photo, x, y)));
            }
        }
    }

    /** A lid's height over its width: a curve through the corners and the two points between. */
    private static double lid(Point a, Point b, Point c, Point d, double t) {
        double corner = a.y() + t * (d.y() - a.y());
        double middle = (b.y() + c.y()) / 2 - (a.y() + d.y()) / 2;
        return corner + middle * Math.sin(Math.PI * t);
    }

    private static int dark(int colour) {
        return (colour >> 16 & 0xFF) * 2 / 5 << 16 | (colour >> 8 & 0xFF) * 2 / 5 << 8 | (colour & 0xFF) * 2 / 5;
    }
}
