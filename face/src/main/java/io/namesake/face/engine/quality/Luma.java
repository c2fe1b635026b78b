package io.namesake.face.engine.quality;

import io.namesake.face.engine.decode.Picture;

/** Brightness of pixels by ITU-R BT.601, 0..255. */
final class Luma {
    private Luma() {}

    static int of(int rgb) {
        return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
    }

    static int[] of(Picture picture) {
        int[] luma = new int[picture.pixels().length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = of(picture.pixels()[i]);
        }
        return luma;
    }
}
