package io.namesake.face.engine.attack;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.align.SimilarityTransform;
import io.namesake.face.engine.decode.Picture;
import java.util.List;

/**
 * A face from above the forehead to below the chin and from ear to ear, upright, its eyes {@value #EYE_DISTANCE} pixels apart in a standard place.
 *
 * @param picture {@value #WIDTH} x {@value #HEIGHT}; black outside of the picture that it is of
 * @param points the landmarks in it
 */
record FaceCrop(Picture picture, List<Point> points) {
    static final int WIDTH = 160;
    static final int HEIGHT = 192;
    static final double EYE_DISTANCE = 44;
    private static final List<Point> EYES = List.of(new Point(58, 76), new Point(102, 76));

    static FaceCrop of(Picture picture, Landmarks landmarks) {
        List<Point> eyes = List.of(landmarks.leftEye(), landmarks.rightEye());
        SimilarityTransform toCrop = SimilarityTransform.fit(eyes, EYES);
        return new FaceCrop(
                Resampler.sample(picture, SimilarityTransform.fit(EYES, eyes), WIDTH, HEIGHT, 0),
                landmarks.points().stream().map(toCrop::apply).toList());
    }

    Point middle(int from, int to) {
        return Point.mean(points.subList(from, to));
    }

    /** Where the left side of the jaw is at a height, from its point at the ear to the chin. */
    double leftJaw(double y) {
        return jaw(0, 1, y);
    }

    double rightJaw(double y) {
        return jaw(16, -1, y);
    }

    private double jaw(int from, int step, double y) {
        int i = 0;
        while (i < 7 && y >= points.get(from + step * (i + 1)).y()) {
            i++;
        }
        Point upper = points.get(from + step * i);
        Point lower = points.get(from + step * (i + 1));
        double share = Math.clamp((y - upper.y()) / Math.max(1e-6, lower.y() - upper.y()), 0, 1);
        return upper.x() + share * (lower.x() - upper.x());
    }
}
