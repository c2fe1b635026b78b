package io.namesake.face.engine.challenge;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.util.List;

/**
 * How the tip of the nose moved before the face, between two frames. The affine map that carries the eyes and the corners of the mouth
 * of one frame to the other carries a flat picture's nose as well; a real nose, which lies nearer to the camera, is left behind or
 * runs ahead (R. Hartley and A. Zisserman, Multiple View Geometry, 2nd ed., section 13.3: plane plus parallax).
 *
 * @param across in eye distances, positive to the viewer's right, where a head goes that turns to its own left
 * @param down in eye distances, negative when the head looks up
 * @param foreshortening 0..1: how much the face was compressed in one direction more than in the other
 */
record Parallax(double across, double down, double foreshortening) {

    static Parallax between(Landmarks neutral, Landmarks frame) {
        List<Point> from = plane(neutral);
        List<Point> to = plane(frame);
        Point fromMean = Point.mean(from);
        Point toMean = Point.mean(to);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double[] sums = new double[4];
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - fromMean.x();
            double y = from.get(i).y() - fromMean.y();
            double u = to.get(i).x() - toMean.x();
            double v = to.get(i).y() - toMean.y();
            xx += x * x;
            xy += x * y;
            yy += y * y;
            sums[0] += x * u;
            sums[1] += y * u;
            sums[2] += x * v;
            sums[3] += y * v;
        }
        double determinant = xx * yy - xy * xy;
        double a = (yy * sums[0] - xy * sums[1]) / determinant;
        double b = (xx * sums[1] - xy * sums[0]) / determinant;
        double c = (yy * sums[2] - xy * sums[3]) / determinant;
        double d = (xx * sums[3] - xy * sums[2]) / determinant;
        double x = neutral.noseTip().x() - fromMean.x();
        double y = neutral.noseTip().y() - fromMean.y();
        double stretch = Math.hypot(a - d, b + c);
        double turn = Math.hypot(a + d, b - c);
        double longer = (turn + stretch) / 2;
        double shorter = Math.abs(turn - stretch) / 2;
        // Along the longer axis nothing was foreshortened: it tells the frame's scale.
        double unit = neutral.eyeDistance() * longer;
        return new Parallax(
                (frame.noseTip().x() - toMean.x() - (a * x + b * y)) / unit,
                (frame.noseTip().y() - toMean.y() - (c * x + d * y)) / unit,
                1 - shorter / longer);
    }

    private static List<Point> plane(Landmarks landmarks) {
        return List.of(
                landmarks.leftEye(), landmarks.rightEye(), landmarks.leftMouthCorner(), landmarks.rightMouthCorner());
    }
}
