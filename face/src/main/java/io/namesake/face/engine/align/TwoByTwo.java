package io.namesake.face.engine.align;

/**
 * The mean of two interpolated samples by two for each new pixel, which is what most looks at a face are: {@link Resampler}'s values to the last bit,
 * without looks at the edges, and with red, green and blue worked out in one go, 16 bits apart.
 */
final class TwoByTwo {
    private final int[] pixels;
    private final int width;

    TwoByTwo(int[] pixels, int width) {
        this.pixels = pixels;
        this.width = width;
    }

    /** Whether all that is interpolated for a new picture has its four neighbours in the old one. */
    static boolean isInside(SimilarityTransform map, int newWidth, int newHeight, int width, int height) {
        double margin = 1 + map.scale();
        for (int corner = 0; corner < 4; corner++) {
            Point at = map.apply(new Point((corner & 1) * (newWidth - 1), (corner >> 1) * (newHeight - 1)));
            boolean within =
                    at.x() >= margin && at.y() >= margin && at.x() < width - 1 - margin && at.y() < height - 1 - margin;
            if (!within) {
                return false;
            }
        }
        return true;
    }

    void draw(SimilarityTransform map, int newWidth, int[] drawn) {
        double a = map.a();
        double b = map.b();
        for (int y = 0, i = 0; i < drawn.length; y++) {
            for (int x = 0; x < newWidth; x++, i++) {
                double u = a * x - b * y + map.tx();
                double v = b * x + a * y + map.ty();
                long sum = pair(u + 0.25 * b - 0.25 * a, v - 0.25 * a - 0.25 * b, a, b)
                        + pair(u - 0.25 * b - 0.25 * a, v + 0.25 * a - 0.25 * b, a, b)
                        + 0x0002_0002_0002L;
                drawn[i] = (int) (sum >>> 34 & 0xFF) << 16 | (int) (sum >>> 18 & 0xFF) << 8 | (int) (sum >>> 2 & 0xFF);
            }
        }
    }

    private long pair(double x, double y, double a, double b) {
        return between(x, y) + between(x + a * 0.5, y + b * 0.5);
    }

    private long between(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        int fx = (int) ((x - left) * 256);
        int fy = (int) ((y - top) * 256);
        int i = top * width + left;
        int j = i + width;
        long upper = mix(apart(pixels[i]), apart(pixels[i + 1]), fx);
        return mix(upper, mix(apart(pixels[j]), apart(pixels[j + 1]), fx), fy);
    }

    /** The largest sum, 255 x 256 and a half, still fits into 16 bits. */
    private static long mix(long first, long second, int share) {
        return first * (256 - share) + second * share + 0x0080_0080_0080L >>> 8 & 0x00FF_00FF_00FFL;
    }

    private static long apart(int rgb) {
        return (long) (rgb & 0xFF0000) << 16 | (rgb & 0xFF00) << 8 | rgb & 0xFF;
    }
}
