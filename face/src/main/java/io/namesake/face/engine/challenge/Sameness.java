package io.namesake.face.engine.challenge;

import io.namesake.face.engine.decode.Picture;

/**
 * Notices a picture that was sent again, perhaps encoded anew. A camera's noise and a person's breath change every frame by more than
 * a JPEG encoder changes one; frames are compared as {@value #SIDE} x {@value #SIDE} mean grey levels, one after the other.
 */
final class Sameness {
    private static final int SIDE = 48;
    /**
     * Largest difference of a cell's grey level (0..255) up to which two frames are one picture. Encoding a frame anew, at JPEG qualities of
     * 0.95 to 0.55, changes no cell by more than 1.5; a face that moves by a third of a pixel changes one by 6, however steady the rest.
     */
    private static final double SAME = 1.6;
    /** The share of frames that may repeat the one before: a camera that stalls repeats a few. */
    private static final double MOST = 0.4;

    private float[] last = {};
    private int pairs;
    private int same;

    void add(Picture picture) {
        float[] cells = cells(picture);
        if (last.length > 0) {
            pairs++;
            double most = 0;
            for (int i = 0; i < cells.length; i++) {
                most = Math.max(most, Math.abs(cells[i] - last[i]));
            }
            same += most < SAME ? 1 : 0;
        }
        last = cells;
    }

    boolean isRepetition() {
        return same > MOST * pairs;
    }

    private static float[] cells(Picture picture) {
        float[] sums = new float[SIDE * SIDE];
        int[] counts = new int[SIDE * SIDE];
        for (int y = 0; y < picture.height(); y++) {
            int row = y * SIDE / picture.height() * SIDE;
            for (int x = 0; x < picture.width(); x++) {
                int pixel = picture.pixels()[y * picture.width() + x];
                int cell = row + x * SIDE / picture.width();
                sums[cell] += 0.299f * (pixel >> 16 & 0xFF) + 0.587f * (pixel >> 8 & 0xFF) + 0.114f * (pixel & 0xFF);
                counts[cell]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }
}
