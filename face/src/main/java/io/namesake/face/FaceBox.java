package io.namesake.face;

/**
 * A tight box around a face, from the forehead to the chin, as fractions of the upright picture's width and height. The origin is
 * the upper left corner. A box may reach over the edge of the picture (negative origin, or origin plus size above 1).
 *
 * @param x left edge, fraction of the picture's width
 * @param y upper edge, fraction of the picture's height
 * @param width fraction of the picture's width, above 0
 * @param height fraction of the picture's height, above 0
 * @param confidence of the detector that this is a face, 0..1
 */
public record FaceBox(double x, double y, double width, double height, double confidence) {
    public FaceBox {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException(
                    "a face box has a width and a height above 0, not " + width + " x " + height);
        }
    }
}
