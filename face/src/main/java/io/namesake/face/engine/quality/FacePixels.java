package io.namesake.face.engine.quality;

import io.namesake.face.Exposure;
import io.namesake.face.engine.decode.Picture;

/**
 * Measures on the light of an aligned face, within an ellipse that leaves out hair and background.
 *
 * @param exposure mean luma and the shares of lost shadows and lights
 * @param sharpness 0..1
 * @param uniformity luma of the darker cheek over that of the brighter one, 0..1
 */
record FacePixels(Exposure exposure, double sharpness, double uniformity) {
    /** Luma 0..25 is lost in shadow, 247..255 in light (OFIQ 1.1). */
    private static final int DARK = 26;

    private static final int BRIGHT = 247;

    /** Fine contrast over all contrast at which a face counts as half sharp. */
    private static final double HALF_SHARP = 0.05;

    /** The zones on the cheeks, half way between eyes and mouth, where ISO/IEC 29794-5 looks for uniform light. */
    private static final int ZONE_TOP = 66;

    private static final int ZONE_HEIGHT = 16;
    private static final int ZONE_WIDTH = 14;
    private static final int LEFT_ZONE = 31;
    private static final int RIGHT_ZONE = 67;

    /** @param face aligned to {@link io.namesake.face.engine.align.Alignment#ARCFACE_112} */
    static FacePixels measure(Picture face) {
        int[] luma = Luma.of(face);
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
                bright += value >= BRIGHT ? 1 : 0;
                n++;
            }
        }
        double variance = squares / n - sum / n * (sum / n);
        double ratio = detail / n / Math.max(variance, 1);
        Exposure exposure = new Exposure(sum / n / 255, (double) dark / n, (double) bright / n);
        return new FacePixels(exposure, ratio / (ratio + HALF_SHARP), uniformity(luma, width));
    }

    private static boolean inFace(int x, int y, Picture face) {
        double u = (x - 0.5 * face.width()) / (0.38 * face.width());
        double v = (y - 0.6 * face.height()) / (0.4 * face.height());
        return u * u + v * v <= 1;
    }

    /** The darker cheek's mean luma over the brighter one's. */
    private static double uniformity(int[] luma, int width) {
        double left = zoneSum(luma, width, LEFT_ZONE);
        double right = zoneSum(luma, width, RIGHT_ZONE);
        return (Math.min(left, right) + 1) / (Math.max(left, right) + 1);
    }

    private static double zoneSum(int[] luma, int width, int fromX) {
        double sum = 0;
        for (int y = ZONE_TOP; y < ZONE_TOP + ZONE_HEIGHT; y++) {
            for (int x = fromX; x < fromX + ZONE_WIDTH; x++) {
                sum += luma[y * width + x];
            }
        }
        return sum;
    }
}
