package io.namesake.face.evaluation.attacks;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A print cut out with scissors and worn, in another way than {@link Worn}'s: along the landmarks, with an edge and a shadow beside it. */
final class Sheet {
    private static final int FINER = 2;

    private Sheet() {}

    /** From above the brows to the jaw, with an upright rectangle cut out around each eye. */
    static Area withHoles(Landmarks face, RandomGenerator random) {
        return withHoles(face, face.points().subList(0, 17), random);
    }

    /** The same as far as the upper lip, in two slanting cuts. */
    static Area upperHalf(Landmarks face, RandomGenerator random) {
        Point tip = nearer(face.points().get(51), face.points().get(33), 0.8 * random.nextDouble());
        List<Point> below = new ArrayList<>(face.points().subList(0, 4));
        below.add(tip);
        below.addAll(face.points().subList(13, 17));
        return withHoles(face, below, random);
    }

    /** @param below its outline from one temple to the other, the lower way round */
    private static Area withHoles(Landmarks face, List<Point> below, RandomGenerator random) {
        double shrunk = 1 - 0.12 * random.nextDouble();
        List<Point> outline = new ArrayList<>(below);
        for (Point brow : face.points().subList(17, 27).reversed()) {
            double rise = face.eyeDistance() * (0.15 + 0.03 * random.nextDouble());
            outline.add(new Point(brow.x(), brow.y() - rise));
        }
        Area sheet = polygon(outline.stream().map(point -> nearer(point, face.noseTip(), shrunk)));
        for (Point eye : List.of(face.leftEye(), face.rightEye())) {
            double width = face.eyeDistance() * (0.24 + 0.07 * random.nextDouble());
            double height = face.eyeDistance() * (0.12 + 0.07 * random.nextDouble());
            sheet.subtract(new Area(new Rectangle2D.Double(eye.x() - width, eye.y() - height, 2 * width, 2 * height)));
        }
        return sheet;
    }

    /** From the bridge of the nose to the jaw. */
    static Area lowerHalf(Landmarks face, RandomGenerator random) {
        Point bridge = nearer(face.points().get(28), face.noseTip(), 1 - 0.5 * random.nextDouble());
        return polygon(Stream.concat(IntStream.rangeClosed(2, 14).mapToObj(face.points()::get), Stream.of(bridge)));
    }

    /** Whoever wears it, printed with inks that mix. */
    static BufferedImage worn(
            Raster shown,
            Raster wearer,
            Landmarks face,
            BiFunction<Landmarks, RandomGenerator, Area> shape,
            RandomGenerator random) {
        Raster print = Inks.printed(shown, random);
        return worn(wearer, print, shape.apply(face, random), face.eyeDistance(), random)
                .image();
    }

    private static Raster worn(Raster live, Raster print, Area sheet, double eyeDistance, RandomGenerator random) {
        double shade = 0.1 + 0.25 * random.nextDouble();
        double shadowX = (random.nextDouble() - 0.5) * 0.09 * eyeDistance;
        double shadowY = 0.045 * eyeDistance * random.nextDouble();
        BufferedImage drawn =
                new BufferedImage(FINER * live.width(), FINER * live.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(FINER, FINER);
        pen.setColor(Color.WHITE);
        pen.fill(sheet);
        pen.dispose();
        return live.drawn((x, y, rgb) -> {
            double covered = share(drawn, x, y);
            double shadow = 1 - shade * (1 - covered) * share(drawn, x - shadowX, y - shadowY);
            for (int c = 0; c < rgb.length; c++) {
                rgb[c] = (float) ((1 - covered) * shadow * rgb[c] + covered * print.at(x, y, c));
            }
        });
    }

    private static double share(BufferedImage sheet, double x, double y) {
        int left = Math.clamp((int) (FINER * x), 0, sheet.getWidth() - 2);
        int top = Math.clamp((int) (FINER * y), 0, sheet.getHeight() - 2);
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += sheet.getRaster().getSample(left + i % 2, top + i / 2, 0);
        }
        return sum / (4 * 255.0);
    }

    private static Point nearer(Point point, Point to, double share) {
        return new Point(to.x() + share * (point.x() - to.x()), to.y() + share * (point.y() - to.y()));
    }

    private static Area polygon(Stream<Point> corners) {
        Path2D path = new Path2D.Double();
        corners.forEach(corner -> {
            if (path.getCurrentPoint() == null) {
                path.moveTo(corner.x(), corner.y());
            } else {
                path.lineTo(corner.x(), corner.y());
            }
        });
        path.closePath();
        return new Area(path);
    }
}
