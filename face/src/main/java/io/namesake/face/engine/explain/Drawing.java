package io.namesake.face.engine.explain;

import io.namesake.face.Illustration;
import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.DetectedFace;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture, at most {@value #LONGEST_SIDE} pixels long where nothing else is asked, with what was found on it. */
final class Drawing {
    private static final int LONGEST_SIDE = 960;
    private static final Color FACE = new Color(0x1e88e5);
    private static final Color OTHER_FACE = new Color(0xfb8c00);
    private static final Color LINE = new Color(0xccffffff, true);
    private static final Color DOT = new Color(0x00c853);
    private static final BasicStroke THIN = new BasicStroke(1.2f);
    private static final BasicStroke THICK = new BasicStroke(3);

    /** The 300-W annotation's lines: first and last point, and whether the last goes back to the first. */
    private record Line(int first, int last, boolean closed) {}

    private static final List<Line> LINES = List.of(
            new Line(0, 16, false),
            new Line(17, 21, false),
            new Line(22, 26, false),
            new Line(27, 30, false),
            new Line(31, 35, false),
            new Line(36, 41, true),
            new Line(42, 47, true),
            new Line(48, 59, true),
            new Line(60, 67, true));

    private final BufferedImage image;
    /** Pixels of the drawing for each one of the picture. */
    private final double scale;

    private Drawing(BufferedImage image, double scale) {
        this.image = image;
        this.scale = scale;
    }

    static Drawing of(Picture picture) {
        return of(picture, LONGEST_SIDE);
    }

    static Drawing of(Picture picture, int longestSide) {
        double scale = Math.min(1, (double) longestSide / Math.max(picture.width(), picture.height()));
        BufferedImage whole = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        whole.setRGB(0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
        if (scale == 1) {
            return new Drawing(whole, scale);
        }
        BufferedImage small = new BufferedImage(
                (int) Math.max(1, Math.round(picture.width() * scale)),
                (int) Math.max(1, Math.round(picture.height() * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(whole, 0, 0, small.getWidth(), small.getHeight(), null);
        graphics.dispose();
        return new Drawing(small, scale);
    }

    void face(DetectedFace face) {
        box(face.box(), FACE, THICK);
    }

    void otherFace(DetectedFace face) {
        box(face.box(), OTHER_FACE, THICK);
    }

    void landmarks(Landmarks landmarks) {
        Graphics2D graphics = pen(LINE, THIN);
        for (Line line : LINES) {
            Path2D path = new Path2D.Double();
            for (int i = line.first; i <= line.last; i++) {
                Point point = placed(landmarks.points().get(i));
                if (i == line.first) {
                    path.moveTo(point.x(), point.y());
                } else {
                    path.lineTo(point.x(), point.y());
                }
            }
            if (line.closed) {
                path.closePath();
            }
            graphics.draw(path);
        }
        graphics.setColor(DOT);
        double radius = Math.clamp(landmarks.eyeDistance() * scale / 45, 0.8, 3);
        for (Point point : landmarks.points()) {
            Point at = placed(point);
            graphics.fill(new Ellipse2D.Double(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
        }
        graphics.dispose();
    }

    Illustration illustration() {
        return illustration(Illustration.Kind.PICTURE);
    }

    Illustration illustration(Illustration.Kind kind) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Illustration(kind, image.getWidth(), image.getHeight(), png.toByteArray());
    }

    private void box(Box box, Color colour, BasicStroke stroke) {
        Graphics2D graphics = pen(colour, stroke);
        Point corner = placed(new Point(box.x(), box.y()));
        graphics.draw(new Rectangle2D.Double(corner.x(), corner.y(), box.width() * scale, box.height() * scale));
        graphics.dispose();
    }

    /** Pixel centres have whole coordinates in a picture, corners have in a drawing. */
    private Point placed(Point point) {
        return new Point((point.x() + 0.5) * scale, (point.y() + 0.5) * scale);
    }

    private Graphics2D pen(Color colour, BasicStroke stroke) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(colour);
        graphics.setStroke(stroke);
        return graphics;
    }
}
