package io.namesake.face.support;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The landmarks of a face that looks straight out of a picture of 200 x 200. */
public final class DrawnFace {
    private DrawnFace() {}

    /** Eyes at (80, 90) and (120, 90), the nose's tip at (100, 115), the chin at (100, 160). */
    public static Landmarks landmarks() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= 16; i++) {
            double angle = Math.PI * (1 - i / 16.0);
            points.add(new Point(100 + 48 * Math.cos(angle), 100 + 60 * Math.sin(angle)));
        }
        IntStream.range(0, 10).forEach(i -> points.add(new Point(62 + 8.4 * i, 76)));
        IntStream.range(0, 4).forEach(i -> points.add(new Point(100, 91 + 8 * i)));
        IntStream.range(0, 5).forEach(i -> points.add(new Point(90 + 5 * i, 120)));
        for (double eye : new double[] {80, 120}) {
            IntStream.range(0, 6)
                    .mapToDouble(i -> i * Math.PI / 3)
                    .forEach(turn -> points.add(new Point(eye + 7 * Math.cos(turn), 90 + 3 * Math.sin(turn))));
        }
        lips(points, 12, 16, 6);
        lips(points, 8, 12, 2);
        return new Landmarks(points);
    }

    /** From the left corner over the upper lip to the right one and back. */
    private static void lips(List<Point> points, int count, double across, double up) {
        IntStream.range(0, count)
                .mapToDouble(i -> Math.PI + i * 2 * Math.PI / count)
                .forEach(turn -> points.add(new Point(100 + across * Math.cos(turn), 138 + up * Math.sin(turn))));
    }
}
