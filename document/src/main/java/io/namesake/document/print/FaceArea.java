package io.namesake.document.print;

/**
 * A face from the forehead to the chin, in shares of the picture's width and height from its upper left corner.
 *
 * @param x left edge
 * @param y upper edge
 * @param width above 0
 * @param height above 0
 */
public record FaceArea(double x, double y, double width, double height) {
    public FaceArea {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("a face is no point");
        }
    }
}
