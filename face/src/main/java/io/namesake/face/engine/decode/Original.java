package io.namesake.face.engine.decode;

/** The picture as large as in its file, where a {@link Picture} was reduced: its pixels are only worked out where they are wanted. */
public interface Original {
    /** All of it, upright. */
    Picture whole();

    /**
     * The luma of a square part, 0..255, row after row.
     *
     * @param left of the upright file's pixels; the square lies within them
     * @param top likewise
     * @param side of the square
     */
    int[] luma(int left, int top, int side);
}
