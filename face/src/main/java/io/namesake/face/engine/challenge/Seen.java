package io.namesake.face.engine.challenge;

import io.namesake.face.Hint;
import io.namesake.face.Pose;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered of a frame: a few measures, no pixels.
 *
 * @param index which frame, counted from 0
 * @param prompt what was asked for
 * @param landmarks in the (perhaps reduced) picture's pixels
 * @param size root mean square distance of brows, eyes and nose from their middle, as a share of the picture's height: whoever opens the mouth has not come
 *     closer
 * @param closed how closed the eyes are, see {@link io.namesake.face.engine.network.EyeReader}; 0 when nothing can tell
 * @param pose where the head points
 * @param hints what the live guidance would say of it; nothing when it is good
 */
record Seen(int index, int prompt, Landmarks landmarks, double size, double closed, Pose pose, Set<Hint> hints) {
    private static final int FIRST_BROW = 17;
    private static final int FIRST_OF_MOUTH = 48;

    static Seen of(int index, int prompt, LocatedFace face, double closed) {
        List<Point> inner = face.landmarks().points().subList(FIRST_BROW, FIRST_OF_MOUTH);
        Point middle = Point.mean(inner);
        double sum = 0;
        for (Point point : inner) {
            double distance = point.distanceTo(middle);
            sum += distance * distance;
        }
        double size = Math.sqrt(sum / inner.size()) / face.picture().height();
        return new Seen(
                index,
                prompt,
                face.landmarks(),
                size,
                closed,
                face.report().pose(),
                Set.copyOf(face.report().hints()));
    }

    /**
     * The frame that looks straight into the camera, with which others are compared and which becomes the selfie: one that is good
     * rather than one that is a little straighter. As straight as the live guidance wants it is enough, so that whoever is told to
     * hold still is not refused for that. Empty when there is none before the first prompt.
     */
    static Optional<Seen> neutral(List<Seen> seen) {
        return seen.stream()
                .filter(frame -> frame.prompt() == 0 && !frame.hints.contains(Hint.LOOK_STRAIGHT))
                .min(Comparator.comparing((Seen frame) -> !frame.hints.isEmpty())
                        .thenComparingDouble(frame -> frame.offAxis() + Math.max(0, frame.closed)));
    }

    /** Degrees from looking straight into the camera. */
    private double offAxis() {
        return Math.hypot(pose.yaw(), pose.pitch());
    }
}
