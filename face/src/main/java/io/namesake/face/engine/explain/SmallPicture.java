package io.namesake.face.engine.explain;

import io.namesake.face.engine.decode.Picture;

/** Draws a picture anew, small. What else its file says, such as where it was taken, stays behind. */
public final class SmallPicture {
    private SmallPicture() {}

    /**
     * A PNG file with nothing but pixels.
     *
     * @param longestSide most pixels of the longer side
     */
    public static byte[] png(Picture picture, int longestSide) {
        return Drawing.of(picture, longestSide).illustration().png();
    }
}
