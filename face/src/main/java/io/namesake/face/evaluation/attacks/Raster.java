package io.namesake.face.evaluation.attacks;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A picture as shares of red, green and blue (0..1), and where its face is. Every step makes a new one. */
final class Raster {
    private static final double GRAIN = 0.006;

    private final int width;
    private final int height;
    private final float[] values;
    private final Rectangle2D face;

    private Raster(int width, int height, float[] values, Rectangle2D face) {
        this.width = width;
        this.height = height;
        this.values = values;
        this.face = face;
    }

    /** A new value from an old one; places are fractions of the picture. */
    interface Change {
        double of(double value, double luma, int channel, double x, double y);
    }

    /** Changes the three colours of a pixel in place. */
    interface Brush {
        void paint(int x, int y, float[] rgb);
    }

    /** Which part, in fractions of the face's box. */
    interface Part {
        boolean has(double x, double y);
    }

    /** Where a column of the new picture comes from, as fractions of the width. */
    interface Warp {
        double of(double x, double y);
    }

    static Raster of(BufferedImage image, Rectangle2D face) {
        int w = image.getWidth();
        int h = image.getHeight();
        float[] values = new float[3 * w * h];
        for (int y = 0, i = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int rgb = image.getRGB(x, y);
                values[i++] = (rgb >> 16 & 0xFF) / 255f;
                values[i++] = (rgb >> 8 & 0xFF) / 255f;
                values[i++] = (rgb & 0xFF) / 255f;
            }
        }
        return new Raster(w, h, values, face);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = 3 * (y * width + x);
                image.setRGB(x, y, level(values[i]) << 16 | level(values[i + 1]) << 8 | level(values[i + 2]));
            }
        }
        return image;
    }

    /** The face and so much of its size on each side, as far as there is any. */
    BufferedImage around(double share) {
        int left = Math.clamp((int) (face.getX() - share * face.getWidth()), 0, width - 2);
        int top = Math.clamp((int) (face.getY() - share * face.getHeight()), 0, height - 2);
        int right = Math.clamp((int) (face.getMaxX() + share * face.getWidth()), left + 1, width);
        int bottom = Math.clamp((int) (face.getMaxY() + share * face.getHeight()), top + 1, height);
        return image().getSubimage(left, top, right - left, bottom - top);
    }

    /** Larger or smaller as a whole. */
    Raster scaled(double factor) {
        Raster from = factor < 1 ? blurred(0.4 / factor) : this;
        int w = (int) Math.round(width * factor);
        int h = (int) Math.round(height * factor);
        float[] result = new float[3 * w * h];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float)
                    from.at((i / 3 % w + 0.5) / factor - 0.5, ((double) (i / 3 / w) + 0.5) / factor - 0.5, i % 3);
        }
        return new Raster(
                w,
                h,
                result,
                new Rectangle2D.Double(
                        face.getX() * factor,
                        face.getY() * factor,
                        face.getWidth() * factor,
                        face.getHeight() * factor));
    }

    Raster mapped(Change change) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i += 3) {
            double x = (double) (i / 3 % width) / width;
            double y = (double) (i / 3 / width) / height;
            double luma = luma(i);
            for (int c = 0; c < 3; c++) {
                result[i + c] = (float) Math.clamp(change.of(values[i + c], luma, c, x, y), 0, 1);
            }
        }
        return new Raster(width, height, result, face);
    }

    /** Every pixel painted anew, whose colours are kept within 0..1. */
    Raster drawn(Brush brush) {
        float[] result = new float[values.length];
        float[] rgb = new float[3];
        for (int i = 0; i < values.length; i += 3) {
            System.arraycopy(values, i, rgb, 0, 3);
            brush.paint(i / 3 % width, i / 3 / width, rgb);
            for (int c = 0; c < 3; c++) {
                result[i + c] = Math.clamp(rgb[c], 0f, 1f);
            }
        }
        return new Raster(width, height, result, face);
    }

    /** This picture, but the other one where the part of the face is. */
    Raster with(Raster other, Part part) {
        float[] result = values.clone();
        for (int i = 0; i < values.length; i += 3) {
            double x = (i / 3 % width - face.getX()) / face.getWidth();
            double y = ((double) (i / 3 / width) - face.getY()) / face.getHeight();
            if (part.has(x, y)) {
                System.arraycopy(other.values, i, result, i, 3);
            }
        }
        return new Raster(width, height, result, face);
    }

    /** Dots at 45 degrees whose size stands for darkness, half resolved by the camera. */
    Raster halftoned(double period, RandomGenerator random) {
        double depth = 0.12 + 0.2 * random.nextDouble();
        double turn = 2 * Math.PI / (period * Math.sqrt(2));
        return mapped((value, luma, channel, x, y) -> {
            double across = (x * width + y * height + channel) * turn;
            double down = (x * width - y * height) * turn;
            double dot = 0.5 * Math.cos(across) * Math.cos(down);
            return value + depth * dot * (1.2 - luma);
        });
    }

    /** Columns of red, green and blue, and rows, with a period in camera pixels that is no whole number. */
    Raster gridded(double period, RandomGenerator random) {
        double depth = 0.08 + 0.14 * random.nextDouble();
        double lean = 0.1 * (random.nextDouble() - 0.5);
        double turn = 2 * Math.PI / period;
        return mapped((value, luma, channel, x, y) -> {
            double column = Math.cos((x * width + lean * y * height) * turn + channel * 2 * Math.PI / 3);
            double row = Math.cos((y * height - lean * x * width) * turn);
            return value * (1 + depth * column + 0.6 * depth * row);
        });
    }

    /** Scaled about the face's middle and turned, in a margin of so much of the width and lightness, before a wall. */
    Raster placed(double size, double angle, double margin, double marginLight, double wall) {
        float[] result = new float[values.length];
        double cos = Math.cos(angle) / size;
        double sin = Math.sin(angle) / size;
        double edge = margin * width;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - width / 2.0;
                double dy = y - height / 2.0;
                double fromX = cos * dx + sin * dy + width / 2.0;
                double fromY = cos * dy - sin * dx + height / 2.0;
                double outside = Math.max(Math.max(-fromX, fromX - width + 1), Math.max(-fromY, fromY - height + 1));
                for (int c = 0; c < 3; c++) {
                    result[3 * (y * width + x) + c] =
                            (float) (outside <= 0 ? at(fromX, fromY, c) : outside < edge ? marginLight : wall);
                }
            }
        }
        Rectangle2D moved = new Rectangle2D.Double(
                (face.getX() - width / 2.0) * size + width / 2.0,
                (face.getY() - height / 2.0) * size + height / 2.0,
                face.getWidth() * size,
                face.getHeight() * size);
        return new Raster(width, height, result, moved);
    }

    Raster warped(Warp warp) {
        float[] result = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = Math.clamp(warp.of((double) x / width, (double) y / height) * width, 0, width - 1.001);
                for (int c = 0; c < 3; c++) {
                    result[3 * (y * width + x) + c] = (float) at(fromX, y, c);
                }
            }
        }
        return new Raster(width, height, result, face);
    }

    /** The camera's second look: a Gaussian of so many pixels, and a little grain of its own. */
    Raster blurred(double deviation) {
        float[] result = smoothed(gaussian(deviation)).values;
        java.util.Random grain = new java.util.Random(width * 31L + Float.floatToIntBits(values[0]));
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) Math.clamp(result[i] + GRAIN * grain.nextGaussian(), 0, 1);
        }
        return new Raster(width, height, result, face);
    }

    /** Both along and across by a kernel of odd length whose sum is 1. */
    Raster smoothed(double[] kernel) {
        float[] across = smoothed(values, 3, kernel, true);
        return new Raster(width, height, smoothed(across, 3 * width, kernel, false), face);
    }

    private float[] smoothed(float[] from, int step, double[] kernel, boolean alongRow) {
        float[] to = new float[from.length];
        int reach = kernel.length / 2;
        for (int i = 0; i < from.length; i++) {
            int place = alongRow ? i / 3 % width : i / 3 / width;
            int last = alongRow ? width - 1 : height - 1;
            double sum = 0;
            for (int k = -reach; k <= reach; k++) {
                sum += kernel[reach + k] * from[i + (Math.clamp(place + k, 0, last) - place) * step];
            }
            to[i] = (float) sum;
        }
        return to;
    }

    private static double[] gaussian(double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        double[] kernel = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++) {
            kernel[reach + k] = Math.exp(-k * k / (2 * deviation * deviation));
        }
        double sum = Arrays.stream(kernel).sum();
        return Arrays.stream(kernel).map(weight -> weight / sum).toArray();
    }

    /** Between the four pixels around a place; beyond the picture, what is at its edge. */
    double at(double x, double y, int channel) {
        int left = Math.clamp((int) x, 0, width - 2);
        int top = Math.clamp((int) y, 0, height - 2);
        double fx = Math.clamp(x - left, 0, 1);
        double fy = Math.clamp(y - top, 0, 1);
        int i = 3 * (top * width + left) + channel;
        double above = values[i] * (1 - fx) + values[i + 3] * fx;
        double below = values[i + 3 * width] * (1 - fx) + values[i + 3 * width + 3] * fx;
        return above * (1 - fy) + below * fy;
    }

    private double luma(int i) {
        return 0.299 * values[i] + 0.587 * values[i + 1] + 0.114 * values[i + 2];
    }

    private static int level(float share) {
        return Math.round(255 * Math.clamp(share, 0f, 1f));
    }
}
