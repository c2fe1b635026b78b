package io.namesake.face.engine.challenge;

import io.namesake.face.engine.align.Point;
import java.util.List;

/**
 * The affine map that carries some points of one frame to those of another, with the least squares left over: what a flat thing does
 * that moves before a camera.
 *
 * @param a of the matrix {@code (a b; c d)}
 * @param from the middle of the points in one frame
 * @param to where the map carries it
 */
record AffineMap(double a, double b, double c, double d, Point from, Point to) {

    /** At least three points that do not lie on one line, and the same points in another frame. */
    static AffineMap between(List<Point> from, List<Point> to) {
        Point fromMean = Point.mean(from);
        Point toMean = Point.mean(to);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double[] sums = new double[4];
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - fromMean.x();
            double y = from.get(i).y() - fromMean.y();
            double u = to.get(i).x() - toMean.x();
            double v = to.get(i).y() - toMean.y();
            xx += x * x;
            xy += x * y;
            yy += y * y;
            sums[0] += x * u;
            sums[1] += y * u;
            sums[2] += x * v;
            sums[3] += y * v;
        }
        double determinant = xx * yy - xy * xy;
        return new AffineMap(
                (yy * sums[0] - xy * sums[1]) / determinant,
                (xx * sums[1] - xy * sums[0]) / determinant,
                (yy * sums[2] - xy * sums[3]) / determinant,
                (xx * sums[3] - xy * sums[2]) / determinant,
                fromMean,
                toMean);
    }

    Point of(Point point) {
        double x = point.x() - from.x();
        double y = point.y() - from.y();
        return new Point(to.x() + a * x + b * y, to.y() + c * x + d * y);
    }

    /** How much longer things become in the direction in which they become longest. */
    double longer() {
        return (turn() + stretch()) / 2;
    }

    /** 0..1: how much things were compressed in one direction more than in the other. */
    double foreshortening() {
        return 1 - Math.abs(turn() - stretch()) / 2 / longer();
    }

    private double stretch() {
        return Math.hypot(a - d, b + c);
    }

    private double turn() {
        return Math.hypot(a + d, b - c);
    }
}
