package io.namesake.document.print.page;

/** A plane seen from another place: eight numbers (Hartley and Zisserman, Multiple View Geometry, 2.3). */
public final class Perspective {
    /** So many looks along each side of a pixel, and nobody need look between the pixels of the page. */
    private static final int MANY = 3;

    private final double[] h;

    private Perspective(double[] h) {
        this.h = h;
    }

    /** From a rectangle of this size, its corner at the origin, to four corners. */
    public static Perspective of(double width, double height, Quad to) {
        double x0 = to.upperLeft().x();
        double y0 = to.upperLeft().y();
        double x1 = to.upperRight().x();
        double y1 = to.upperRight().y();
        double x2 = to.lowerRight().x();
        double y2 = to.lowerRight().y();
        double x3 = to.lowerLeft().x();
        double y3 = to.lowerLeft().y();
        double sx = x0 - x1 + x2 - x3;
        double sy = y0 - y1 + y2 - y3;
        double dx1 = x1 - x2;
        double dy1 = y1 - y2;
        double dx2 = x3 - x2;
        double dy2 = y3 - y2;
        double determinant = dx1 * dy2 - dx2 * dy1;
        double g = 0;
        double k = 0;
        if (Math.abs(determinant) > 1e-9) {
            g = (sx * dy2 - dx2 * sy) / determinant;
            k = (dx1 * sy - sx * dy1) / determinant;
        }
        return new Perspective(new double[] {
            (x1 - x0 + g * x1) / width,
            (x3 - x0 + k * x3) / height,
            x0,
            (y1 - y0 + g * y1) / width,
            (y3 - y0 + k * y3) / height,
            y0,
            g / width,
            k / height
        });
    }

    public Point map(double x, double y) {
        double w = h[6] * x + h[7] * y + 1;
        return new Point((h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w);
    }

    /** Where a rectangle of the plane goes. */
    public Quad map(double fromX, double fromY, double toX, double toY) {
        return new Quad(map(fromX, fromY), map(toX, fromY), map(toX, toY), map(fromX, toY));
    }

    /** The way back. */
    public Perspective inverse() {
        double a = h[4] - h[5] * h[7];
        double b = h[2] * h[7] - h[1];
        double c = h[1] * h[5] - h[2] * h[4];
        double d = h[5] * h[6] - h[3];
        double e = h[0] - h[2] * h[6];
        double f = h[2] * h[3] - h[0] * h[5];
        double g = h[3] * h[7] - h[4] * h[6];
        double k = h[1] * h[6] - h[0] * h[7];
        double i = h[0] * h[4] - h[1] * h[3];
        return new Perspective(new double[] {a / i, b / i, c / i, d / i, e / i, f / i, g / i, k / i});
    }

    /**
     * What lies within four corners, straightened. Where the result is smaller than what it shows, neighbouring pixels are averaged.
     *
     * @param width of the result, pixels
     * @param height likewise
     */
    public static Page straighten(Page page, Quad from, int width, int height) {
        Perspective map = of(width, height, from);
        int steps =
                (int) Math.max(1, Math.min(4, Math.round(Math.sqrt(from.width() * from.height() / (width * height)))));
        int[] pixels = new int[width * height];
        double[] m = map.h;
        double first = 0.5 / steps;
        int all = steps * steps;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long redBlue = 0;
                int green = 0;
                for (int j = 0; j < steps; j++) {
                    double v = y + first + (double) j / steps;
                    for (int i = 0; i < steps; i++) {
                        double u = x + first + (double) i / steps;
                        double w = 1 / (m[6] * u + m[7] * v + 1);
                        double fromX = (m[0] * u + m[1] * v + m[2]) * w - 0.5;
                        double fromY = (m[3] * u + m[4] * v + m[5]) * w - 0.5;
                        // The mean of many smooths by itself what lies between pixels.
                        long pixel = steps < MANY ? sample(page, fromX, fromY) : nearest(page, fromX, fromY);
                        redBlue += pixel & 0xFF_0000_00FFL;
                        green += (int) (pixel >> 16) & 0xFF;
                    }
                }
                pixels[y * width + x] =
                        mean((int) (redBlue >> 32), all) << 16 | mean(green, all) << 8 | mean((int) redBlue, all);
            }
        }
        return new Page(width, height, pixels);
    }

    private static int mean(int sum, int count) {
        return (2 * sum + count) / (2 * count);
    }

    /** As {@link #sample}, of the nearest pixel alone. */
    private static long nearest(Page page, double x, double y) {
        int pixel = page.at(x + 0.5, y + 0.5);
        return redBlue(pixel) | (pixel & 0xFF00L) << 8;
    }

    /**
     * Bilinear; beyond the edges the nearest pixel goes on.
     *
     * @return red from bit 32, green from bit 16, blue from bit 0
     */
    private static long sample(Page page, double x, double y) {
        int lastX = page.width() - 1;
        int lastY = page.height() - 1;
        // In 256ths of a pixel, whole numbers: bounds cost more than all the rest in others.
        int atX = Math.max(0, Math.min((int) (x * 256), lastX << 8));
        int atY = Math.max(0, Math.min((int) (y * 256), lastY << 8));
        int x0 = atX >> 8;
        int y0 = atY >> 8;
        int right = x0 < lastX ? 1 : 0;
        int fx = atX & 0xFF;
        int fy = atY & 0xFF;
        int[] p = page.pixels();
        int upper = y0 * page.width() + x0;
        int lower = y0 < lastY ? upper + page.width() : upper;
        int a = p[upper];
        int b = p[upper + right];
        int c = p[lower];
        int d = p[lower + right];
        // Red and blue in one go: each product has 24 bits, and they lie 32 apart.
        long top = redBlue(a) * (256 - fx) + redBlue(b) * fx;
        long bottom = redBlue(c) * (256 - fx) + redBlue(d) * fx;
        long both = top * (256 - fy) + bottom * fy >> 16 & 0xFF_0000_00FFL;
        int topGreen = (a >> 8 & 0xFF) * (256 - fx) + (b >> 8 & 0xFF) * fx;
        int bottomGreen = (c >> 8 & 0xFF) * (256 - fx) + (d >> 8 & 0xFF) * fx;
        return both | topGreen * (256 - fy) + bottomGreen * fy & 0xFF_0000L;
    }

    private static long redBlue(int rgb) {
        return (rgb & 0xFF0000L) << 16 | rgb & 0xFF;
    }

    /** A smaller or larger picture of the same: each pixel is the mean of those that it stands for. */
    public static Page resized(Page page, int width, int height) {
        int[] pixels = new int[width * height];
        int[] from = page.pixels();
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * page.height() / height);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * page.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * page.width() / width);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * page.width() / width));
                int r = 0;
                int g = 0;
                int b = 0;
                for (int j = top; j < bottom; j++) {
                    for (int i = j * page.width() + left; i < j * page.width() + right; i++) {
                        r += from[i] >> 16 & 0xFF;
                        g += from[i] >> 8 & 0xFF;
                        b += from[i] & 0xFF;
                    }
                }
                int all = (bottom - top) * (right - left);
                pixels[y * width + x] = r / all << 16 | g / all << 8 | b / all;
            }
        }
        return new Page(width, height, pixels);
    }
}
