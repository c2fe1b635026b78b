package io.namesake.face.support;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.function.Consumer;

/** Makes a good picture worse in one known way. */
public final class Distortions {
    private Distortions() {}

    /** How one pixel changes: {@code share} of red, green or blue (0..1) at a place. */
    private interface Light {
        double of(double share, double acrossShare);
    }

    /** Out of focus: a square of so many pixels becomes their mean, three times over. */
    public static BufferedImage blurred(BufferedImage image, int side) {
        float[] weights = new float[side];
        Arrays.fill(weights, 1f / side);
        BufferedImage result = image;
        for (int i = 0; i < 3; i++) {
            result = new ConvolveOp(new Kernel(side, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(result, null);
            result = new ConvolveOp(new Kernel(1, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(result, null);
        }
        return result;
    }

    /** Too little light: every value times a factor. */
    public static BufferedImage darkened(BufferedImage image, double factor) {
        return lit(image, (share, across) -> share * factor);
    }

    /** Too much light: every value plus so much of full white, cut off. */
    public static BufferedImage overexposed(BufferedImage image, double more) {
        return lit(image, (share, across) -> share + more);
    }

    /** Light from the left that is gone at the middle of the face. */
    public static BufferedImage litFromTheSide(BufferedImage image, Landmarks face) {
        double middle = face.noseTip().x() / image.getWidth();
        double width = face.eyeDistance() / image.getWidth();
        return lit(image, (share, across) -> share * (0.1 + 0.9 / (1 + Math.exp((across - middle) / (0.1 * width)))));
    }

    /** Black ovals over both eyes, with a bar between them. */
    public static BufferedImage withDarkGlasses(BufferedImage image, Landmarks face) {
        double lens = 0.42 * face.eyeDistance();
        return drawn(image, graphics -> {
            graphics.setColor(new Color(18, 18, 22));
            for (Point eye : new Point[] {face.leftEye(), face.rightEye()}) {
                graphics.fill(new Ellipse2D.Double(eye.x() - lens, eye.y() - 0.7 * lens, 2 * lens, 1.4 * lens));
            }
            graphics.setStroke(new BasicStroke((float) (0.2 * lens)));
            graphics.draw(new Line2D.Double(
                    face.leftEye().x(),
                    face.leftEye().y(),
                    face.rightEye().x(),
                    face.rightEye().y()));
        });
    }

    /** Cloth from the bridge of the nose to below the chin. */
    public static BufferedImage withMask(BufferedImage image, Landmarks face, Color cloth) {
        Polygon mask = new Polygon();
        for (int i = 2; i <= 14; i++) {
            add(mask, face.points().get(i));
        }
        add(mask, face.points().get(28));
        return drawn(image, graphics -> {
            graphics.setColor(cloth);
            graphics.fill(mask);
        });
    }

    /** Lids in the colour of the cheek, with a line where they meet. */
    public static BufferedImage withClosedEyes(BufferedImage image, Landmarks face) {
        return drawn(image, graphics -> {
            lid(graphics, image, face, 36, face.leftEye());
            lid(graphics, image, face, 42, face.rightEye());
        });
    }

    private static void lid(Graphics2D graphics, BufferedImage image, Landmarks face, int first, Point eye) {
        Point outer = face.points().get(first);
        Point inner = face.points().get(first + 3);
        double half = 0.62 * outer.distanceTo(inner);
        int cheek = image.getRGB((int) eye.x(), (int) (eye.y() + 1.3 * half));
        graphics.setColor(new Color(cheek));
        graphics.fill(new Ellipse2D.Double(eye.x() - half, eye.y() - 0.65 * half, 2 * half, 1.3 * half));
        graphics.setColor(new Color(cheek).darker().darker());
        graphics.setStroke(new BasicStroke((float) (0.12 * half)));
        graphics.draw(new Line2D.Double(outer.x(), outer.y() + 0.2 * half, inner.x(), inner.y() + 0.2 * half));
    }

    /** Turned in the plane around the centre, by degrees clockwise. */
    public static BufferedImage rotated(BufferedImage image, double degrees) {
        return drawn(
                Pictures.onCanvas(image.getWidth(), image.getHeight()),
                graphics -> graphics.drawImage(
                        image,
                        AffineTransform.getRotateInstance(
                                Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0),
                        null));
    }

    /** Without what lies left of, or above, a place. */
    public static BufferedImage cut(BufferedImage image, int left, int top) {
        return image.getSubimage(left, top, image.getWidth() - left, image.getHeight() - top);
    }

    private static void add(Polygon polygon, Point point) {
        polygon.addPoint((int) Math.round(point.x()), (int) Math.round(point.y()));
    }

    private static BufferedImage drawn(BufferedImage image, Consumer<Graphics2D> drawing) {
        BufferedImage copy = Pictures.as(BufferedImage.TYPE_INT_RGB, image);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.accept(graphics);
        graphics.dispose();
        return copy;
    }

    private static BufferedImage lit(BufferedImage image, Light light) {
        BufferedImage result = Pictures.as(BufferedImage.TYPE_INT_RGB, image);
        for (int y = 0; y < result.getHeight(); y++) {
            for (int x = 0; x < result.getWidth(); x++) {
                int rgb = result.getRGB(x, y);
                int changed = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    double share = light.of((rgb >> shift & 0xFF) / 255.0, (double) x / result.getWidth());
                    changed |= (int) Math.round(255 * Math.clamp(share, 0, 1)) << shift;
                }
                result.setRGB(x, y, changed);
            }
        }
        return result;
    }
}
