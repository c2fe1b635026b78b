package io.namesake.document;

import java.awt.image.BufferedImage;

/** What JPEG 2000 leaves of a portrait when it must fit into so many bytes, as on a passport's chip. */
public final class ChipPortrait {
    private static final double LESS = 0.9;

    private ChipPortrait() {}

    /** A PNG of the portrait as the chip would give it back. */
    public static byte[] stored(BufferedImage portrait, int mostBytes) {
        try {
            return encoded(portrait, mostBytes).jpegOrPng();
        } catch (DocumentUnreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The encoder keeps to the rate but for its headers. */
    static Portrait encoded(BufferedImage portrait, int mostBytes) {
        double rate = 8.0 * mostBytes / (portrait.getWidth() * portrait.getHeight());
        Portrait file = Portrait.jpeg2000(portrait, rate);
        while (file.bytes().length > mostBytes) {
            rate *= LESS;
            file = Portrait.jpeg2000(portrait, rate);
        }
        return file;
    }
}
