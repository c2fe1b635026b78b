package io.namesake.document.print.ocr;

import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rectangle at any angle.
 *
 * @param centre of it
 * @param width the longer side, unless the rectangle is nearly square and upright
 * @param height the other
 * @param angle of the width against the picture's rows, radians
 */
record TurnedRectangle(Point centre, double width, double height, double angle) {
    /** Below this a rectangle that stands up is taken for a few letters rather than for a row that stands up. */
    private static final double CLEARLY_LONGER = 1.3;

    /** The smallest one around pixels. Whichever it is, one side lies along the pixels' convex hull. */
    static TurnedRectangle around(int[] pixels, int width) {
        List<Point> hull = hull(outline(pixels, width));
        TurnedRectangle best = null;
        for (int i = 0; i < hull.size(); i++) {
            Point from = hull.get(i);
            Point to = hull.get((i + 1) % hull.size());
            TurnedRectangle box = along(hull, Math.atan2(to.y() - from.y(), to.x() - from.x()));
            if (best == null || box.width * box.height < best.width * best.height) {
                best = box;
            }
        }
        return best.lying();
    }

    TurnedRectangle grown(double by) {
        return new TurnedRectangle(centre, width + 2 * by, height + 2 * by, angle);
    }

    Quad quad() {
        double ux = Math.cos(angle) * width / 2;
        double uy = Math.sin(angle) * width / 2;
        double vx = -Math.sin(angle) * height / 2;
        double vy = Math.cos(angle) * height / 2;
        return new Quad(
                centre.plus(-ux - vx, -uy - vy),
                centre.plus(ux - vx, uy - vy),
                centre.plus(ux + vx, uy + vy),
                centre.plus(-ux + vx, -uy + vy));
    }

    /** Its width along the row, which reads to the right, or downwards where it stands up. */
    private TurnedRectangle lying() {
        double turned = angle;
        double along = width;
        double across = height;
        // First so that the width is nearest to the picture's rows.
        double quarter = Math.round(turned / (Math.PI / 2));
        if (Math.abs(quarter) % 2 == 1) {
            along = height;
            across = width;
        }
        turned -= quarter * Math.PI / 2;
        if (across > CLEARLY_LONGER * along) {
            return new TurnedRectangle(centre, across, along, turned + Math.PI / 2);
        }
        return new TurnedRectangle(centre, along, across, turned);
    }

    private static TurnedRectangle along(List<Point> hull, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double fromU = Double.MAX_VALUE;
        double toU = -Double.MAX_VALUE;
        double fromV = Double.MAX_VALUE;
        double toV = -Double.MAX_VALUE;
        for (Point point : hull) {
            double u = point.x() * cos + point.y() * sin;
            double v = -point.x() * sin + point.y() * cos;
            fromU = Math.min(fromU, u);
            toU = Math.max(toU, u);
            fromV = Math.min(fromV, v);
            toV = Math.max(toV, v);
        }
        double u = (fromU + toU) / 2;
        double v = (fromV + toV) / 2;
        return new TurnedRectangle(new Point(u * cos - v * sin, u * sin + v * cos), toU - fromU, toV - fromV, angle);
    }

    /** Of each row of pixels the corners of the first and the last. */
    private static List<Point> outline(int[] pixels, int width) {
        int[] sorted = pixels.clone();
        Arrays.sort(sorted);
        List<Point> outline = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            int y = sorted[i] / width;
            boolean first = i == 0 || sorted[i - 1] / width != y;
            boolean last = i == sorted.length - 1 || sorted[i + 1] / width != y;
            if (first || last) {
                int x = sorted[i] % width;
                outline.add(new Point(x, y));
                outline.add(new Point(x + 1, y));
                outline.add(new Point(x, y + 1));
                outline.add(new Point(x + 1, y + 1));
            }
        }
        return outline;
    }

    /** A. M. Andrew's monotone chain (1979). */
    private static List<Point> hull(List<Point> points) {
        List<Point> sorted = points.stream()
                .distinct()
                .sorted((a, b) -> a.x() != b.x() ? Double.compare(a.x(), b.x()) : Double.compare(a.y(), b.y()))
                .toList();
        List<Point> hull = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            int start = hull.size();
            for (Point point : pass == 0 ? sorted : sorted.reversed()) {
                while (hull.size() >= start + 2 && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
                    hull.removeLast();
                }
                hull.add(point);
            }
            hull.removeLast();
        }
        return hull;
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
