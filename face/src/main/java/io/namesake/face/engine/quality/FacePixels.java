package io.namesake.face.engine.quality;

import io.namesake.face.Exposure;
import io.namesake.face.engine.decode.Picture;

/** Measures on the pixels of an aligned face, within an ellipse that leaves out hair and background. */
record FacePixels(Exposure exposure, double sharpness) {
    /** Luma 0.1 and 0.97 of 255. */
    private static final int DARK = 26;

    private static final int BRIGHT = 247;

    /** Fine contrast over all contrast at which a face counts as half sharp. */
    private static final double HALF_SHARP = 0.05;

    /** @param face aligned to {@link io.namesake.face.engine.align.Alignment#ARCFACE_112} */
    static FacePixels measure(Picture face) {
        int[] luma = luma(face);
        int width = face.width();
        double sum = 0;
        double squares = 0;
        double detail = 0;
        int dark = 0;
        int bright = 0;
        int n = 0;
        for (int y = 1; y < face.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                if (!inFace(x, y, face)) {
                    continue;
                }
                int i = y * width + x;
                int value = luma[i];
                int laplacian = luma[i - 1] + luma[i + 1] + luma[i - width] + luma[i + width] - 4 * value;
                detail += (double) laplacian * laplacian;
                sum += value;
                squares += (double) value * value;
                dark += value < DARK ? 1 : 0;
                bright += value > BRIGHT ? 1 : 0;
                n++;
            }
        }
        double variance = squares / n - sum / n * (sum / n);
        double ratio = detail / n / Math.max(variance, 1);
        Exposure exposure = new Exposure(sum / n / 255, (double) dark / n, (double) bright / n);
        return new FacePixels(exposure, ratio / (ratio + HALF_SHARP));
    }

    private static boolean inFace(int x, int y, Picture face) {
        double u = (x - 0.5 * face.width()) / (0.38 * face.width());
        double v = (y - 0.6 * face.height()) / (0.4 * face.height());
        return u * u + v * v <= 1;
    }

    private static int[] luma(Picture face) {
        int[] luma = new int[face.pixels().length];
        for (int i = 0; i < luma.length; i++) {
            int rgb = face.pixels()[i];
            luma[i] = (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
        }
        return luma;
    }
}
