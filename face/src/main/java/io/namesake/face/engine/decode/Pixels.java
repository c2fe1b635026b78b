package io.namesake.face.engine.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Optional;

/** Turns whatever a reader yields into upright packed pixels, in one pass. */
final class Pixels {
    private final int width;
    private final int height;
    private final Rows rows;

    private Pixels(int width, int height, Rows rows) {
        this.width = width;
        this.height = height;
        this.rows = rows;
    }

    /** Writes a stored row as 0x00RRGGBB, each pixel one step from the one before. */
    private interface Rows {
        void write(int y, int[] pixels, int to, int step);
    }

    /** The pixels of a decoded picture. */
    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        Raster raster = image.getRaster();
        ColorModel colours = image.getColorModel();
        Rows rows;
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
            rows = (y, pixels, to, step) -> writeBgr(data, 3 * width * y, width, pixels, to, step);
        } else if (colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            rows = (y, pixels, to, step) -> writeGrey(raster, colours, y, pixels, to, step);
        } else {
            rows = (y, pixels, to, step) -> writeAny(image, y, pixels, to, step);
        }
        return new Pixels(width, image.getHeight(), rows);
    }

    /**
     * The pixels of luma and chroma as a JPEG reader yields them, one byte each. Converting them while they are packed saves a third of the time
     * that the reader's own conversion and the packing after it take.
     */
    static Pixels ofYCbCr(Raster raster) {
        int width = raster.getWidth();
        if (!(raster.getDataBuffer() instanceof DataBufferByte bytes)
                || !(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)
                || model.getPixelStride() != 3
                || model.getScanlineStride() != 3 * width) {
            throw new IllegalArgumentException("unexpected raster " + raster);
        }
        byte[] data = bytes.getData();
        return new Pixels(
                width,
                raster.getHeight(),
                (y, pixels, to, step) -> writeYCbCr(data, 3 * width * y, width, pixels, to, step));
    }

    /** The pixels of a grey picture. */
    static Pixels ofLuma(int width, int height, JpegPlane luma) {
        int[] row = new int[width + 1];
        return new Pixels(width, height, (y, pixels, to, step) -> {
            luma.read(y, row);
            for (int x = 0, j = to; x < width; x++, j += step) {
                pixels[j] = 0x010101 * row[x];
            }
        });
    }

    /** The pixels of luma and chroma. */
    static Pixels ofYCbCr(int width, int height, JpegPlane luma, JpegPlane blue, JpegPlane red) {
        int[] lumas = new int[width + 1];
        int[] chromas = new int[width + 1];
        int[] reds = blue.isLike(red) ? null : new int[width + 1];
        return new Pixels(width, height, (y, pixels, to, step) -> {
            luma.read(y, lumas);
            if (reds == null) {
                blue.readBoth(red, y, chromas);
            } else {
                blue.read(y, chromas);
                red.read(y, reds);
                for (int x = 0; x < reds.length; x++) {
                    chromas[x] |= reds[x] << 16;
                }
            }
            convert(lumas, chromas);
            if (step == 1) {
                System.arraycopy(lumas, 0, pixels, to, width);
                return;
            }
            for (int x = 0, j = to; x < width; x++, j += step) {
                pixels[j] = lumas[x];
            }
        });
    }

    Picture upright(int reduction, PictureFile file) {
        return upright(reduction, file, null);
    }

    /** @param original null when it cannot be had */
    Picture upright(int reduction, PictureFile file, Original original) {
        Orientation orientation = file.orientation();
        int[] pixels = new int[width * height];
        int to = orientation.start(width, height);
        for (int y = 0; y < height; y++, to += orientation.stepToNextRow(width)) {
            rows.write(y, pixels, to, orientation.stepAlongRow(height));
        }
        boolean swap = orientation.swapsSides();
        return new Picture(
                swap ? height : width,
                swap ? width : height,
                pixels,
                reduction,
                swap ? file.height() : file.width(),
                swap ? file.width() : file.height(),
                Optional.ofNullable(original));
    }

    private static void writeBgr(byte[] data, int from, int width, int[] pixels, int to, int step) {
        int end = from + 3 * width;
        for (int i = from, j = to; i < end; i += 3, j += step) {
            pixels[j] = (data[i + 2] & 0xFF) << 16 | (data[i + 1] & 0xFF) << 8 | data[i] & 0xFF;
        }
    }

    private static void writeYCbCr(byte[] data, int from, int width, int[] pixels, int to, int step) {
        int end = from + 3 * width;
        for (int i = from, j = to; i < end; i += 3, j += step) {
            pixels[j] = rgb(data[i] & 0xFF, data[i + 1] & 0xFF, data[i + 2] & 0xFF);
        }
    }

    /** ISO/IEC 10918-5, 6.1, in fixed point of 16 bits. */
    private static int rgb(int luma, int blueChroma, int redChroma) {
        int light = luma << 16 | 0x8000;
        int blue = blueChroma - 128;
        int red = redChroma - 128;
        int r = light + 91_881 * red >> 16;
        int g = light - 22_554 * blue - 46_802 * red >> 16;
        int b = light + 116_130 * blue >> 16;
        // Almost no pixel leaves the range, so one look at all three is enough.
        boolean inRange = ((r | g | b) & ~0xFF) == 0;
        return inRange ? r << 16 | g << 8 | b : cut(r) << 16 | cut(g) << 8 | cut(b);
    }

    /**
     * A whole row, in the place of its luma; written so that the processor does many pixels at once.
     *
     * @param chromas blue, and red 16 bits above
     */
    private static void convert(int[] lumas, int[] chromas) {
        for (int x = 0; x < lumas.length; x++) {
            int light = (lumas[x] << 16) + 0x8000;
            int blue = (chromas[x] & 0xFF) - 128;
            int red = (chromas[x] >> 16) - 128;
            int r = Math.max(0, Math.min(light + 91_881 * red >> 16, 255));
            int g = Math.max(0, Math.min(light - 22_554 * blue - 46_802 * red >> 16, 255));
            int b = Math.max(0, Math.min(light + 116_130 * blue >> 16, 255));
            lumas[x] = r << 16 | g << 8 | b;
        }
    }

    private static int cut(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }

    /** Samples as they are: Java takes grey for linear light and would brighten it. */
    private static void writeGrey(Raster raster, ColorModel colours, int y, int[] pixels, int to, int step) {
        int most = (1 << colours.getComponentSize(0)) - 1;
        int width = raster.getWidth();
        int[] grey = raster.getSamples(0, y, width, 1, 0, (int[]) null);
        int[] alpha = colours.hasAlpha() ? raster.getSamples(0, y, width, 1, 1, (int[]) null) : null;
        for (int x = 0, j = to; x < width; x++, j += step) {
            int value = grey[x] * 255 / most;
            pixels[j] = 0x010101 * (alpha == null ? value : onWhite(value, alpha[x] * 255 / most));
        }
    }

    /** Transparent pixels are shown on white, as a viewer would. */
    private static void writeAny(BufferedImage image, int y, int[] pixels, int to, int step) {
        int[] row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
        for (int x = 0, j = to; x < row.length; x++, j += step) {
            int alpha = row[x] >>> 24;
            int r = onWhite(row[x] >> 16 & 0xFF, alpha);
            int g = onWhite(row[x] >> 8 & 0xFF, alpha);
            pixels[j] = r << 16 | g << 8 | onWhite(row[x] & 0xFF, alpha);
        }
    }

    private static int onWhite(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha)) / 255;
    }
}
