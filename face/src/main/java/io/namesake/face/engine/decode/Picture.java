package io.namesake.face.engine.decode;

import java.util.Optional;

/**
 * An upright picture as packed pixels, perhaps reduced. Pixel centres have whole coordinates; the origin is the upper left.
 *
 * @param width pixels in a row
 * @param height rows
 * @param pixels {@code 0x00RRGGBB}, sRGB, row after row
 * @param reduction how many of the file's pixels one of these stands for, along a side; 1 when not reduced
 * @param fileWidth width of the upright picture in the file
 * @param fileHeight height of the upright picture in the file
 * @param original what it was reduced from, if that can still be had
 */
public record Picture(
        int width,
        int height,
        int[] pixels,
        int reduction,
        int fileWidth,
        int fileHeight,
        Optional<Original> original) {
    public Picture {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + " pixels do not fit " + pixels.length);
        }
    }

    /** A picture as large as its pixels. */
    public static Picture of(int width, int height, int[] pixels) {
        return new Picture(width, height, pixels, 1, width, height, Optional.empty());
    }
}
