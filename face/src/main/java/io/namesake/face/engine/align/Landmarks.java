package io.namesake.face.engine.align;

import java.util.List;
import java.util.stream.IntStream;

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

    /** Which point takes the place of each one in a mirror: left and right change sides. */
    private static final int[] MIRRORED = mirrored();

    /** The points of a face as they are numbered once its mirror image was put back: left and right change names, not places. */
    public static List<Point> mirrored(List<Point> points) {
        return IntStream.range(0, COUNT).mapToObj(i -> points.get(MIRRORED[i])).toList();
    }

    /** The mean of several findings of the same face. */
    public static Landmarks mean(List<List<Point>> findings) {
        return new Landmarks(IntStream.range(0, COUNT)
                .mapToObj(i -> Point.mean(
                        findings.stream().map(points -> points.get(i)).toList()))
                .toList());
    }

    private static int[] mirrored() {
        int[] other = new int[COUNT];
        // Each row is a line of points that a mirror turns around.
        int[][] lines = {
            {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16},
            {17, 18, 19, 20, 21, 22, 23, 24, 25, 26},
            {31, 32, 33, 34, 35},
            {36, 37, 38, 39, 42, 43, 44, 45},
            {41, 40, 47, 46},
            {48, 49, 50, 51, 52, 53, 54},
            {59, 58, 57, 56, 55},
            {60, 61, 62, 63, 64},
            {67, 66, 65}
        };
        for (int i = 27; i <= 30; i++) {
            other[i] = i;
        }
        for (int[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                other[line[i]] = line[line.length - 1 - i];
            }
        }
        return other;
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

    /** Between two of the points, in the picture's pixels. */
    public double distance(int a, int b) {
        return points.get(a).distanceTo(points.get(b));
    }

    /** Both eyes, the tip of the nose and both corners of the mouth: what faces are aligned by. */
    public List<Point> fivePoints() {
        return List.of(leftEye(), rightEye(), noseTip(), leftMouthCorner(), rightMouthCorner());
    }
}
