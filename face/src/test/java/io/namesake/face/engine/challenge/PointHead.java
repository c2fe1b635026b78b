package io.namesake.face.engine.challenge;

import io.namesake.face.Hint;
import io.namesake.face.Pose;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The landmarks of a head of average size, seen from far away: a pixel is a millimetre.
 *
 * @param yaw degrees; positive turns to the person's own left, which is the viewer's right
 * @param pitch degrees; positive looks down
 * @param scale 1 at first; more is nearer
 * @param closed how closed the eyes are
 * @param wider millimetres by which each corner of the mouth moves outwards
 * @param higher and upwards
 * @param lower millimetres by which the lower lip moves down, and the corners of the mouth by a sixth of that
 * @param jaw and the chin
 * @param flat whether it is a picture of the head instead
 */
record PointHead(
        double yaw,
        double pitch,
        double scale,
        double closed,
        double wider,
        double higher,
        double lower,
        double jaw,
        boolean flat) {
    static final PointHead STRAIGHT = new PointHead(0, 0, 1, -10, 0, 0, 0, 0, false);
    static final PointHead PICTURE = new PointHead(0, 0, 1, -10, 0, 0, 0, 0, true);

    private static final double[][] BROW = {{-55, -22, -6}, {-47, -28, 0}, {-37, -30, 4}, {-26, -29, 7}, {-15, -25, 9}};
    private static final double[][] NOSE = {
        {0, -2, 10},
        {0, 10, 17},
        {0, 22, 25},
        {0, 34, 33},
        {-13, 44, 17},
        {-7, 46, 21},
        {0, 47, 23},
        {7, 46, 21},
        {13, 44, 17}
    };
    private static final double[][] EYES = {
        {-46, 1, -4}, {-37, -5, 1}, {-27, -5, 1}, {-17, 2, -2}, {-27, 5, 1}, {-37, 5, 1},
        {17, 2, -2}, {27, -5, 1}, {37, -5, 1}, {46, 1, -4}, {37, 5, 1}, {27, 5, 1}
    };
    private static final double[][] MOUTH = {
        {-25, 70, 6},
        {-15, 66, 14},
        {-6, 64, 19},
        {0, 65, 20},
        {6, 64, 19},
        {15, 66, 14},
        {25, 70, 6},
        {15, 77, 13},
        {6, 80, 17},
        {0, 80, 18},
        {-6, 80, 17},
        {-15, 77, 13},
        {-21, 70, 8},
        {-6, 69, 17},
        {0, 69, 18},
        {6, 69, 17},
        {21, 70, 8},
        {6, 73, 17},
        {0, 73, 18},
        {-6, 73, 17}
    };
    private static final int CORNER = 48;
    private static final int OTHER_CORNER = 54;

    PointHead turned(double degrees) {
        return new PointHead(degrees, pitch, scale, closed, wider, higher, lower, jaw, flat);
    }

    PointHead nodded(double degrees) {
        return new PointHead(yaw, degrees, scale, closed, wider, higher, lower, jaw, flat);
    }

    PointHead scaled(double factor) {
        return new PointHead(yaw, pitch, factor, closed, wider, higher, lower, jaw, flat);
    }

    PointHead blinking() {
        return new PointHead(yaw, pitch, scale, 6, wider, higher, lower, jaw, flat);
    }

    PointHead smiling(double outwards, double upwards) {
        return new PointHead(yaw, pitch, scale, closed, outwards, upwards, lower, jaw, flat);
    }

    PointHead gaping(double millimetres) {
        return new PointHead(yaw, pitch, scale, closed, wider, higher, millimetres, millimetres, flat);
    }

    /** Lips that part, and a chin that stays where it is. */
    PointHead parted(double millimetres) {
        return new PointHead(yaw, pitch, scale, closed, wider, higher, millimetres, 0, flat);
    }

    /** What is remembered of such a frame. */
    Seen seen(int index, int prompt, Hint... hints) {
        return new Seen(index, prompt, landmarks(), 0.15 * scale, closed, new Pose(yaw, pitch, 0), Set.of(hints));
    }

    private Landmarks landmarks() {
        List<Point> points = new ArrayList<>();
        for (double[] place : places()) {
            double corner = points.size() == CORNER ? -1 : points.size() == OTHER_CORNER ? 1 : 0;
            double y = place[1] - Math.abs(corner) * (higher - lower / 6) + down(points.size());
            points.add(seen(place[0] + corner * wider, y, flat ? 0 : place[2]));
        }
        return new Landmarks(points);
    }

    private double down(int point) {
        boolean lowerLip = point >= 55 && point <= 59 || point >= 65;
        boolean chin = point >= 6 && point <= 10;
        return lowerLip ? lower : chin ? jaw : 0;
    }

    private static List<double[]> places() {
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i <= 16; i++) {
            double around = Math.PI * i / 16;
            places.add(new double[] {-70 * Math.cos(around), 105 * Math.sin(around), 40 * Math.sin(around) - 40});
        }
        places.addAll(List.of(BROW));
        for (int i = BROW.length - 1; i >= 0; i--) {
            places.add(new double[] {-BROW[i][0], BROW[i][1], BROW[i][2]});
        }
        places.addAll(List.of(NOSE));
        places.addAll(List.of(EYES));
        places.addAll(List.of(MOUTH));
        return places;
    }

    private Point seen(double x, double y, double z) {
        double left = Math.toRadians(yaw);
        double down = Math.toRadians(pitch);
        double depth = z * Math.cos(left) - x * Math.sin(left);
        return new Point(
                200 + scale * (x * Math.cos(left) + z * Math.sin(left)),
                200 + scale * (y * Math.cos(down) + depth * Math.sin(down)));
    }
}
