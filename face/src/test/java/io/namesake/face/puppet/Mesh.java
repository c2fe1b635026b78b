package io.namesake.face.puppet;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Draws a photo as a mesh of small triangles whose corners have moved; what is nearer hides what is behind it. */
final class Mesh {
    private static final int STEP = 4;

    private final int[] from;
    private final BufferedImage to;
    private final int width;
    private final int height;
    private final double[] nearest;

    Mesh(BufferedImage from, BufferedImage to) {
        this.to = to;
        width = from.getWidth();
        height = from.getHeight();
        this.from = from.getRGB(0, 0, width, height, null, 0, width);
        nearest = new double[to.getWidth() * to.getHeight()];
        Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
    }

    /** Where a pixel of the photo goes: x, y, nearness. */
    interface Movement {
        double[] of(double x, double y);
    }

    void draw(Movement movement) {
        int columns = (width - 2) / STEP + 2;
        int rows = (height - 2) / STEP + 2;
        double[][][] corners = new double[rows][columns][];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = Math.min(column * STEP, width - 1);
                double y = Math.min(row * STEP, height - 1);
                double[] place = movement.of(x, y);
                corners[row][column] = new double[] {place[0], place[1], place[2], x, y};
            }
        }
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                double[] a = corners[row][column];
                double[] b = corners[row][column + 1];
                double[] c = corners[row + 1][column];
                double[] d = corners[row + 1][column + 1];
                triangle(a, b, c);
                triangle(b, d, c);
            }
        }
    }

    private void triangle(double[] a, double[] b, double[] c) {
        double area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        if (area <= 1e-9) {
            return;
        }
        int left = (int) Math.max(0, Math.ceil(Math.min(a[0], Math.min(b[0], c[0]))));
        int right = (int) Math.min(to.getWidth() - 1, Math.floor(Math.max(a[0], Math.max(b[0], c[0]))));
        int top = (int) Math.max(0, Math.ceil(Math.min(a[1], Math.min(b[1], c[1]))));
        int bottom = (int) Math.min(to.getHeight() - 1, Math.floor(Math.max(a[1], Math.max(b[1], c[1]))));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double v = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area;
                double w = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area;
                double u = 1 - v - w;
                if (u < -1e-6 || v < -1e-6 || w < -1e-6) {
                    continue;
                }
                double nearness = u * a[2] + v * b[2] + w * c[2];
                int place = y * to.getWidth() + x;
                if (nearness > nearest[place]) {
                    nearest[place] = nearness;
                    to.setRGB(x, y, sample(u * a[3] + v * b[3] + w * c[3], u * a[4] + v * b[4] + w * c[4]));
                }
            }
        }
    }

    private int sample(double x, double y) {
        int x0 = Math.clamp((int) Math.floor(x), 0, width - 2);
        int y0 = Math.clamp((int) Math.floor(y), 0, height - 2);
        double fx = Math.clamp(x - x0, 0, 1);
        double fy = Math.clamp(y - y0, 0, 1);
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double upper = channel(x0, y0, shift) * (1 - fx) + channel(x0 + 1, y0, shift) * fx;
            double lower = channel(x0, y0 + 1, shift) * (1 - fx) + channel(x0 + 1, y0 + 1, shift) * fx;
            colour |= (int) Math.round(upper * (1 - fy) + lower * fy) << shift;
        }
        return colour;
    }

    private int channel(int x, int y, int shift) {
        return from[y * width + x] >> shift & 0xFF;
    }
}
