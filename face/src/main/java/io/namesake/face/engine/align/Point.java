package io.namesake.face.engine.align;

/** A place in a picture; pixel centres have whole coordinates. */
public record Point(double x, double y) {
    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point in the middle of some. */
    public static Point mean(Iterable<Point> points) {
        double x = 0;
        double y = 0;
        int n = 0;
        for (Point point : points) {
            x += point.x;
            y += point.y;
            n++;
        }
        return new Point(x / n, y / n);
    }
}
