package io.namesake.document.print.page;

/** Four corners, clockwise as one reads: upper left, upper right, lower right, lower left. */
public record Quad(Point upperLeft, Point upperRight, Point lowerRight, Point lowerLeft) {

    /** Along the reading direction: the mean of both sides. */
    public double width() {
        return (upperLeft.distance(upperRight) + lowerLeft.distance(lowerRight)) / 2;
    }

    /** Across it. */
    public double height() {
        return (upperLeft.distance(lowerLeft) + upperRight.distance(lowerRight)) / 2;
    }

    public Point centre() {
        return new Point(
                (upperLeft.x() + upperRight.x() + lowerRight.x() + lowerLeft.x()) / 4,
                (upperLeft.y() + upperRight.y() + lowerRight.y() + lowerLeft.y()) / 4);
    }

    public Point left() {
        return upperLeft.towards(lowerLeft, 0.5);
    }

    public Point right() {
        return upperRight.towards(lowerRight, 0.5);
    }

    /** Half a turn: what was read upside down begins at the other end. */
    public Quad turned() {
        return new Quad(lowerRight, lowerLeft, upperLeft, upperRight);
    }

    /** The same in a picture that is so many times as large. */
    public Quad times(double x, double y) {
        return new Quad(
                new Point(upperLeft.x() * x, upperLeft.y() * y),
                new Point(upperRight.x() * x, upperRight.y() * y),
                new Point(lowerRight.x() * x, lowerRight.y() * y),
                new Point(lowerLeft.x() * x, lowerLeft.y() * y));
    }

    public Quad moved(double dx, double dy) {
        return new Quad(
                upperLeft.plus(dx, dy), upperRight.plus(dx, dy), lowerRight.plus(dx, dy), lowerLeft.plus(dx, dy));
    }

    /** Grown or shrunk about its middle. @param along share of the width, @param across share of the height */
    public Quad scaled(double along, double across) {
        return part((1 - along) / 2, (1 - across) / 2, (1 + along) / 2, (1 + across) / 2);
    }

    /** Whether a place lies in it; its sides must not cross. */
    public boolean holds(Point at) {
        return isRight(upperLeft, upperRight, at)
                && isRight(upperRight, lowerRight, at)
                && isRight(lowerRight, lowerLeft, at)
                && isRight(lowerLeft, upperLeft, at);
    }

    private static boolean isRight(Point from, Point to, Point at) {
        return (to.x() - from.x()) * (at.y() - from.y()) - (to.y() - from.y()) * (at.x() - from.x()) >= 0;
    }

    /** A part of it, in shares of its sides; linear, which is near enough for parts of a row. */
    public Quad part(double fromX, double fromY, double toX, double toY) {
        return new Quad(at(fromX, fromY), at(toX, fromY), at(toX, toY), at(fromX, toY));
    }

    private Point at(double x, double y) {
        return upperLeft.towards(upperRight, x).towards(lowerLeft.towards(lowerRight, x), y);
    }
}
