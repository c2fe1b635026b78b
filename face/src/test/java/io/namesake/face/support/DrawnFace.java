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
        IntStream.range(0, 20)
                .mapToDouble(i -> i * Math.PI / 10)
                .forEach(turn -> points.add(new Point(100 + 16 * Math.cos(turn), 138 + 6 * Math.sin(turn))));
        return new Landmarks(points);
    }
}
