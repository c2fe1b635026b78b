package io.namesake.face.engine.challenge;

import io.namesake.face.Pose;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.util.List;

/**
 * What is remembered of a frame: a few measures, no pixels.
 *
 * @param index which frame, counted from 0
 * @param prompt what was asked for
 * @param landmarks in the (perhaps reduced) picture's pixels
 * @param size root mean square distance of brows, eyes, nose and mouth from their middle, as a share of the picture's height
 * @param closed how closed the eyes are, see {@link io.namesake.face.engine.network.EyeReader}; 0 when nothing can tell
 * @param pose where the head points
 */
record Seen(int index, int prompt, Landmarks landmarks, double size, double closed, Pose pose) {
    private static final int FIRST_INNER = 17;

    static Seen of(int index, int prompt, LocatedFace face, double closed) {
        List<Point> inner = face.landmarks().points().subList(FIRST_INNER, Landmarks.COUNT);
        Point middle = Point.mean(inner);
        double sum = 0;
        for (Point point : inner) {
            double distance = point.distanceTo(middle);
            sum += distance * distance;
        }
        double size = Math.sqrt(sum / inner.size()) / face.picture().height();
        return new Seen(
                index, prompt, face.landmarks(), size, closed, face.report().pose());
    }

    /** Degrees from looking straight into the camera. */
    double offAxis() {
        return Math.hypot(pose.yaw(), pose.pitch());
    }
}
