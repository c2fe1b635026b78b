package io.namesake.face.engine.align;

/** An upright rectangle in a picture's pixels; it may reach over the edge. */
public record Box(double x, double y, double width, double height) {
    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    public double area() {
        return width * height;
    }

    /** Area of the intersection over area of the union, 0..1. */
    public double overlap(Box other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (area() + other.area() - w * h);
    }

    /** The square around the same centre whose side is this box's height. */
    public Box square() {
        return new Box(centre().x() - height / 2, y, height, height);
    }
}
