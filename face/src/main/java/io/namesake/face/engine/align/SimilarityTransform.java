package io.namesake.face.engine.align;

import java.util.List;

/**
 * Scaling, rotation and shift of the plane, without mirroring: {@code (x, y) -> (a x - b y + tx, b x + a y + ty)}.
 *
 * <p>A similarity and not an affine map: three or more points would let an affine map shear the face, which costs ten points of accuracy.
 */
public record SimilarityTransform(double a, double b, double tx, double ty) {

    /**
     * The transform that brings {@code from} nearest to {@code to} in the least-squares sense (S. Umeyama, "Least-squares estimation
     * of transformation parameters between two point patterns", PAMI 1991; in the plane it has this closed form).
     *
     * @throws IllegalArgumentException for lists of different or less than two points, or when all of {@code from} are one point
     */
    public static SimilarityTransform fit(List<Point> from, List<Point> to) {
        if (from.size() != to.size() || from.size() < 2) {
            throw new IllegalArgumentException(
                    "two lists of the same two or more points, not " + from.size() + " and " + to.size());
        }
        Point fromMean = Point.mean(from);
        Point toMean = Point.mean(to);
        double dot = 0;
        double cross = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - fromMean.x();
            double y = from.get(i).y() - fromMean.y();
            double u = to.get(i).x() - toMean.x();
            double v = to.get(i).y() - toMean.y();
            dot += x * u + y * v;
            cross += x * v - y * u;
            spread += x * x + y * y;
        }
        if (!(spread > 0)) {
            throw new IllegalArgumentException("all points are the same");
        }
        double a = dot / spread;
        double b = cross / spread;
        return new SimilarityTransform(
                a,
                b,
                toMean.x() - a * fromMean.x() + b * fromMean.y(),
                toMean.y() - b * fromMean.x() - a * fromMean.y());
    }

    /** Scaling by a factor above 0, then a shift. */
    public static SimilarityTransform scaleAndShift(double scale, double tx, double ty) {
        return new SimilarityTransform(scale, 0, tx, ty);
    }

    public Point apply(Point point) {
        return new Point(a * point.x() - b * point.y() + tx, b * point.x() + a * point.y() + ty);
    }

    /** How much longer a line becomes. */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** Root of the mean squared distance between the transformed points and their targets. */
    public double residual(List<Point> from, List<Point> to) {
        double sum = 0;
        for (int i = 0; i < from.size(); i++) {
            double distance = apply(from.get(i)).distanceTo(to.get(i));
            sum += distance * distance;
        }
        return Math.sqrt(sum / from.size());
    }
}
