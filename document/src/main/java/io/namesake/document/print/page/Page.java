package io.namesake.document.print.page;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * An upright picture.
 *
 * @param width pixels
 * @param height pixels
 * @param pixels rows from the top, each 0x00RRGGBB
 */
public record Page(int width, int height, int[] pixels) {
    public Page {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException("no picture of " + width + " x " + height);
        }
    }

    /** The pixels of an image; what is transparent is shown on white. */
    public static Page of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            int[] pixels = (int[]) raster.getDataElements(0, 0, width, height, null);
            return new Page(width, height, withoutAlpha(pixels));
        }
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return new Page(width, height, packed(raster));
        }
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        if (!image.getColorModel().hasAlpha()) {
            return new Page(width, height, withoutAlpha(pixels));
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = onWhite(pixels[i]);
        }
        return new Page(width, height, pixels);
    }

    private static int[] withoutAlpha(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }

    /** What most photos are decoded to, row by row: an image's own conversion asks its colour model about every pixel. */
    private static int[] packed(Raster raster) {
        int width = raster.getWidth();
        int[] pixels = new int[width * raster.getHeight()];
        byte[] row = new byte[3 * width];
        for (int y = 0, i = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(0, y, width, 1, row);
            for (int x = 0; x < row.length; x += 3, i++) {
                pixels[i] = (row[x] & 0xFF) << 16 | (row[x + 1] & 0xFF) << 8 | row[x + 2] & 0xFF;
            }
        }
        return pixels;
    }

    /** A copy for those who draw or encode. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    /** The same, half a turn. */
    public Page upsideDown() {
        int[] turned = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            turned[pixels.length - 1 - i] = pixels[i];
        }
        return new Page(width, height, turned);
    }

    /** The pixel in which a place lies; beyond the picture its edge goes on. */
    public int at(double x, double y) {
        return pixels[Math.clamp((int) y, 0, height - 1) * width + Math.clamp((int) x, 0, width - 1)];
    }

    /** Luma of a pixel (ITU-R BT.601), 0 to 255. */
    public static int luma(int pixel) {
        return (299 * (pixel >> 16 & 0xFF) + 587 * (pixel >> 8 & 0xFF) + 114 * (pixel & 0xFF)) / 1000;
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        int white = 255 * (255 - alpha);
        int r = ((argb >> 16 & 0xFF) * alpha + white) / 255;
        int g = ((argb >> 8 & 0xFF) * alpha + white) / 255;
        int b = ((argb & 0xFF) * alpha + white) / 255;
        return r << 16 | g << 8 | b;
    }

    /** Says nothing about what it shows. */
    @Override
    public String toString() {
        return "Page[" + width + " x " + height + "]";
    }
}
