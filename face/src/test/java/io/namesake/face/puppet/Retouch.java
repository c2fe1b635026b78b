package io.namesake.face.puppet;

import java.awt.image.BufferedImage;

/** What both {@link Eyelids} and {@link Mouth} paint a photo over with, column by column. */
final class Retouch {
    private Retouch() {}

    static BufferedImage copy(BufferedImage photo) {
        BufferedImage copy = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.createGraphics().drawImage(photo, 0, 0, null);
        return copy;
    }

    /** Beyond an edge, what lies on it. */
    static int get(BufferedImage image, int x, double y) {
        int row = Math.clamp((int) Math.round(y), 0, image.getHeight() - 1);
        return image.getRGB(Math.clamp(x, 0, image.getWidth() - 1), row);
    }

    /** Nothing beyond an edge. */
    static void put(BufferedImage image, int x, int y, int colour) {
        if (x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight()) {
            image.setRGB(x, y, colour);
        }
    }

    /** From 0 to 1 without a kink, as the value goes from 0 to 1. */
    static double smooth(double value) {
        double t = Math.clamp(value, 0, 1);
        return t * t * (3 - 2 * t);
    }
}
