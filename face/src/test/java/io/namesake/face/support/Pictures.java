package io.namesake.face.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Makes pictures out of pictures. */
public final class Pictures {
    private Pictures() {}

    /** Colours that run from corner to corner; not a face. */
    public static BufferedImage gradient(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 255 * x / width << 16 | 255 * y / height << 8 | 128);
            }
        }
        return image;
    }

    /** A picture in another type, drawn as a viewer would show it. */
    public static BufferedImage as(int type, BufferedImage image) {
        return onCanvas(image.getWidth(), image.getHeight(), type, Color.WHITE, List.of(new Placed(image, 0, 0, 1)));
    }

    /** A picture scaled by a factor. */
    public static BufferedImage scaled(BufferedImage image, double factor) {
        int width = (int) Math.round(image.getWidth() * factor);
        int height = (int) Math.round(image.getHeight() * factor);
        return onCanvas(
                width, height, BufferedImage.TYPE_INT_RGB, Color.GRAY, List.of(new Placed(image, 0, 0, factor)));
    }

    /** Pictures placed on a grey canvas. */
    public static BufferedImage onCanvas(int width, int height, Placed... pictures) {
        return onCanvas(width, height, BufferedImage.TYPE_INT_RGB, Color.GRAY, List.of(pictures));
    }

    /** A picture, where its upper left corner goes, and its scale. */
    public record Placed(BufferedImage image, int x, int y, double scale) {}

    private static BufferedImage onCanvas(int width, int height, int type, Color colour, List<Placed> pictures) {
        BufferedImage canvas = new BufferedImage(width, height, type);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        for (Placed placed : pictures) {
            graphics.drawImage(
                    smooth(placed.image(), placed.scale()),
                    placed.x(),
                    placed.y(),
                    (int) Math.round(placed.image().getWidth() * placed.scale()),
                    (int) Math.round(placed.image().getHeight() * placed.scale()),
                    null);
        }
        graphics.dispose();
        return canvas;
    }

    /** Halves a picture until one more step of scaling does no harm. */
    private static BufferedImage smooth(BufferedImage image, double scale) {
        BufferedImage current = image;
        for (double rest = scale; rest < 0.5; rest *= 2) {
            BufferedImage half =
                    new BufferedImage(current.getWidth() / 2, current.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = half.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(current, 0, 0, half.getWidth(), half.getHeight(), null);
            graphics.dispose();
            current = half;
        }
        return current;
    }
}
