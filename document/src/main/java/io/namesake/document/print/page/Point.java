package io.namesake.document.print.page;

/** A place in a picture, pixels from its upper left corner. */
public record Point(double x, double y) {

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** From this one (0) to another (1), or beyond. */
    public Point towards(Point other, double share) {
        return new Point(x + share * (other.x - x), y + share * (other.y - y));
    }

    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
