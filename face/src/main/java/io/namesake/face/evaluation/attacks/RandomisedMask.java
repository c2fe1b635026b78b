package io.namesake.face.evaluation.attacks;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** A print that is worn, drawn at random from many shapes and edges: a sheet, an oval or a face, with holes of one kind or another, or one half of it. */
final class RandomisedMask {
    private static final int FINER = 3;

    private RandomisedMask() {}

    /** A whole face with holes for the eyes. */
    static Area withHoles(Landmarks face, RandomGenerator random) {
        Area sheet = whole(face, random);
        double width = face.eyeDistance() * (0.17 + 0.2 * random.nextDouble());
        double height = face.eyeDistance() * (0.07 + 0.16 * random.nextDouble());
        int kind = random.nextInt(3);
        for (Point eye : List.of(face.leftEye(), face.rightEye())) {
            double x = eye.x() - width + 0.04 * face.eyeDistance() * random.nextGaussian();
            double y = eye.y() - height + 0.04 * face.eyeDistance() * random.nextGaussian();
            Rectangle2D around = new Rectangle2D.Double(x, y, 2 * width, 2 * height);
            sheet.subtract(turned(face, hole(kind, around)));
        }
        return sheet;
    }

    private static Area hole(int kind, Rectangle2D around) {
        return new Area(
                switch (kind) {
                    case 0 -> new Ellipse2D.Double(around.getX(), around.getY(), around.getWidth(), around.getHeight());
                    case 1 -> around;
                    default ->
                        new RoundRectangle2D.Double(
                                around.getX(),
                                around.getY(),
                                around.getWidth(),
                                around.getHeight(),
                                around.getHeight(),
                                around.getHeight());
                });
    }

    /** From somewhere between the eyes and the tip of the nose downwards. */
    static Area lowerHalf(Landmarks face, RandomGenerator random) {
        Area sheet = whole(face, random);
        double eyes = eyeLevel(face);
        double down = (face.noseTip().y() - eyes) * (0.25 + 0.75 * random.nextDouble());
        sheet.subtract(above(face, down, random));
        return sheet;
    }

    /** With holes for the eyes, as far as somewhere between the tip of the nose and the upper lip. */
    static Area upperHalf(Landmarks face, RandomGenerator random) {
        Area sheet = withHoles(face, random);
        double eyes = eyeLevel(face);
        double nose = face.noseTip().y() - eyes;
        double lips = face.points().get(51).y() - eyes;
        sheet.intersect(above(face, nose + (lips - nose) * random.nextDouble(), random));
        return sheet;
    }

    /** @param down how far below the eyes it ends, in pixels */
    private static Area above(Landmarks face, double down, RandomGenerator random) {
        double eyes = eyeLevel(face);
        double end = eyes + down;
        double middleX = (face.leftEye().x() + face.rightEye().x()) / 2;
        double bend = face.eyeDistance() * 0.15 * random.nextGaussian();
        double peak = random.nextBoolean() ? 0 : -face.eyeDistance() * 0.3 * random.nextDouble();
        double far = 4 * face.eyeDistance();
        Path2D upper = new Path2D.Double();
        upper.moveTo(middleX - far, end + bend);
        upper.lineTo(middleX - 0.6 * face.eyeDistance(), end + bend / 3);
        upper.quadTo(middleX, end + 2 * peak, middleX + 0.6 * face.eyeDistance(), end + bend / 3);
        upper.lineTo(middleX + far, end + bend);
        upper.lineTo(middleX + far, eyes - far);
        upper.lineTo(middleX - far, eyes - far);
        upper.closePath();
        return turned(face, new Area(upper));
    }

    private static double eyeLevel(Landmarks face) {
        return (face.leftEye().y() + face.rightEye().y()) / 2;
    }

    private static Area whole(Landmarks face, RandomGenerator random) {
        double far = face.eyeDistance();
        Point nose = face.points().get(29);
        double width = far * (0.85 + 0.5 * random.nextDouble());
        double up = far * (0.8 + 0.9 * random.nextDouble());
        double down = face.chin().y() - nose.y() + far * (0.4 * random.nextDouble() - 0.15);
        Rectangle2D around = new Rectangle2D.Double(nose.x() - width, nose.y() - up, 2 * width, up + down);
        return switch (random.nextInt(3)) {
            case 0 ->
                turned(
                        face,
                        new Area(new Ellipse2D.Double(
                                around.getX(), around.getY(), around.getWidth(), around.getHeight())));
            case 1 -> turned(face, new Area(around));
            default -> alongTheJaw(face, up, 0.82 + 0.3 * random.nextDouble());
        };
    }

    private static Area alongTheJaw(Landmarks face, double up, double size) {
        Path2D path = new Path2D.Double();
        List<Point> points = face.points();
        Point nose = points.get(29);
        for (int i = 0; i <= 16; i++) {
            double x = nose.x() + size * (points.get(i).x() - nose.x());
            double y = nose.y() + size * (points.get(i).y() - nose.y());
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        Point end = points.get(0);
        path.quadTo(
                nose.x(),
                nose.y() - 2 * up,
                nose.x() + size * (end.x() - nose.x()),
                nose.y() + size * (end.y() - nose.y()));
        path.closePath();
        return new Area(path);
    }

    /** As the head is slanted. */
    private static Area turned(Landmarks face, Area upright) {
        double slant = Math.atan2(
                face.rightEye().y() - face.leftEye().y(),
                face.rightEye().x() - face.leftEye().x());
        Point middle = face.points().get(29);
        return upright.createTransformedArea(AffineTransform.getRotateInstance(slant, middle.x(), middle.y()));
    }

    /** Whoever wears it, as a camera sees them: the print may lie a little aside of the face it shows, with a rim of paper and a shadow, or neither. */
    static BufferedImage worn(
            Raster shown,
            Raster wearer,
            Landmarks face,
            BiFunction<Landmarks, RandomGenerator, Area> shape,
            RandomGenerator random) {
        Raster print = RandomisedCopy.printed(shown, random);
        return RandomisedCopy.taken(worn(wearer, print, shape.apply(face, random), face.eyeDistance(), random), random);
    }

    private static Raster worn(Raster live, Raster print, Area mask, double eyeDistance, RandomGenerator random) {
        double soft = random.nextDouble() < 0.4 ? 0 : 1.5 * random.nextDouble();
        boolean rimmed = random.nextDouble() < 0.25;
        double rim = 0.02 * eyeDistance * (1 + random.nextDouble());
        double paper = 0.6 + 0.4 * random.nextDouble();
        double shade = random.nextDouble() < 0.4 ? 0 : 0.35 * random.nextDouble();
        double shadowX = 0.05 * eyeDistance * random.nextGaussian();
        double shadowY = 0.05 * eyeDistance * random.nextDouble();
        double asideX = 0.02 * eyeDistance * random.nextGaussian();
        double asideY = 0.02 * eyeDistance * random.nextGaussian();
        float[] covered = drawn(live, mask, soft, 0);
        float[] edge = rimmed ? drawn(live, mask, soft, rim) : new float[covered.length];
        int width = live.width();
        int height = live.height();
        return live.drawn((x, y, rgb) -> {
            double share = covered[y * width + x];
            int fromX = Math.clamp((int) Math.round(x - shadowX), 0, width - 1);
            int fromY = Math.clamp((int) Math.round(y - shadowY), 0, height - 1);
            double shadow = 1 - shade * (1 - share) * covered[fromY * width + fromX];
            double border = edge[y * width + x];
            for (int c = 0; c < rgb.length; c++) {
                double sheet = (1 - border) * print.at(x - asideX, y - asideY, c) + border * paper;
                rgb[c] = (float) ((1 - share) * shadow * rgb[c] + share * sheet);
            }
        });
    }

    private static float[] drawn(Raster live, Area mask, double soft, double rim) {
        BufferedImage fine =
                new BufferedImage(FINER * live.width(), FINER * live.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = fine.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(FINER, FINER);
        pen.setColor(Color.WHITE);
        if (rim > 0) {
            pen.setStroke(new BasicStroke((float) (2 * rim)));
            pen.draw(mask);
        } else {
            pen.fill(mask);
        }
        pen.dispose();
        float[] share = new float[live.width() * live.height()];
        int reach = (int) Math.round(soft * FINER);
        for (int y = 0; y < live.height(); y++) {
            for (int x = 0; x < live.width(); x++) {
                int sum = 0;
                int count = 0;
                for (int dy = -reach; dy < FINER + reach; dy++) {
                    for (int dx = -reach; dx < FINER + reach; dx++) {
                        int u = Math.clamp(FINER * x + dx, 0, fine.getWidth() - 1);
                        int v = Math.clamp(FINER * y + dy, 0, fine.getHeight() - 1);
                        sum += fine.getRaster().getSample(u, v, 0);
                        count++;
                    }
                }
                share[y * live.width() + x] = sum / (255f * count);
            }
        }
        return share;
    }
}
