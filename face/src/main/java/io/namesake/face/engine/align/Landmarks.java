package io.namesake.face.engine.align;

import java.util.List;

/**
 * The 68 points of a face in the order of the iBUG 300-W annotation: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, mouth 48-67. "Left" is
 * the viewer's left.
 */
public record Landmarks(List<Point> points) {
    public static final int COUNT = 68;

    public Landmarks {
        points = List.copyOf(points);
        if (points.size() != COUNT) {
            throw new IllegalArgumentException("a face has " + COUNT + " landmarks, not " + points.size());
        }
    }

    public Point leftEye() {
        return Point.mean(points.subList(36, 42));
    }

    public Point rightEye() {
        return Point.mean(points.subList(42, 48));
    }

    public Point noseTip() {
        return points.get(30);
    }

    public Point leftMouthCorner() {
        return points.get(48);
    }

    public Point rightMouthCorner() {
        return points.get(54);
    }

    public Point chin() {
        return points.get(8);
    }

    public double eyeDistance() {
        return leftEye().distanceTo(rightEye());
    }

    /** Both eyes, the tip of the nose and both corners of the mouth: what faces are aligned by. */
    public List<Point> fivePoints() {
        return List.of(leftEye(), rightEye(), noseTip(), leftMouthCorner(), rightMouthCorner());
    }
}
