package io.namesake.face.engine.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.util.Arrays;

/** Turns whatever a reader yields into upright packed pixels, in one pass. */
final class Pixels {
    private Pixels() {}

    static Picture upright(BufferedImage image, Orientation orientation, int reduction, PictureFile file) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = new int[width * height];
        int[] row = new int[width];
        Rows rows = rows(image);
        int start = orientation.start(width, height);
        int step = orientation.stepAlongRow(height);
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            int to = start + y * orientation.stepToNextRow(width);
            if (step == 1) {
                System.arraycopy(row, 0, pixels, to, width);
            } else {
                for (int x = 0; x < width; x++, to += step) {
                    pixels[to] = row[x];
                }
            }
        }
        boolean swap = orientation.swapsSides();
        return new Picture(
                swap ? height : width,
                swap ? width : height,
                pixels,
                reduction,
                swap ? file.height() : file.width(),
                swap ? file.width() : file.height());
    }

    /** Writes row y as 0x00RRGGBB. */
    private interface Rows {
        void read(int y, int[] row);
    }

    private static Rows rows(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        boolean grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return (y, row) -> bgrRow(image.getRaster(), y, row);
        }
        if (grey && !colours.hasAlpha()) {
            return (y, row) -> greyRow(image.getRaster(), colours.getComponentSize(0), y, row);
        }
        return (y, row) -> anyRow(image, y, row);
    }

    private static void bgrRow(Raster raster, int y, int[] row) {
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        int from = 3 * row.length * y;
        for (int x = 0; x < row.length; x++, from += 3) {
            row[x] = (data[from + 2] & 0xFF) << 16 | (data[from + 1] & 0xFF) << 8 | data[from] & 0xFF;
        }
    }

    /** Samples as they are: Java takes grey for linear light and would brighten it. */
    private static void greyRow(Raster raster, int bits, int y, int[] row) {
        raster.getSamples(0, y, row.length, 1, 0, row);
        int most = (1 << bits) - 1;
        for (int x = 0; x < row.length; x++) {
            row[x] = 0x010101 * (row[x] * 255 / most);
        }
    }

    /** Transparent pixels are shown on white, as a viewer would. */
    private static void anyRow(BufferedImage image, int y, int[] row) {
        ColorModel colours = image.getColorModel();
        if (colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            greyWithAlphaRow(image.getRaster(), colours.getComponentSize(0), y, row);
            return;
        }
        image.getRGB(0, y, row.length, 1, row, 0, row.length);
        for (int x = 0; x < row.length; x++) {
            int alpha = row[x] >>> 24;
            row[x] = alpha == 255
                    ? row[x] & 0xFFFFFF
                    : over(row[x] >> 16 & 0xFF, alpha) << 16
                            | over(row[x] >> 8 & 0xFF, alpha) << 8
                            | over(row[x] & 0xFF, alpha);
        }
    }

    private static void greyWithAlphaRow(Raster raster, int bits, int y, int[] row) {
        int[] alpha = Arrays.copyOf(row, row.length);
        raster.getSamples(0, y, row.length, 1, 0, row);
        raster.getSamples(0, y, row.length, 1, 1, alpha);
        int most = (1 << bits) - 1;
        for (int x = 0; x < row.length; x++) {
            row[x] = 0x010101 * over(row[x] * 255 / most, alpha[x] * 255 / most);
        }
    }

    private static int over(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha)) / 255;
    }
}
