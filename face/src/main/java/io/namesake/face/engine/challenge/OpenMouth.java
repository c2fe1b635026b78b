package io.namesake.face.engine.challenge;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;

/**
 * How far a mouth is open, in eye distances of the same frame. Lips part as far as the jaw goes down; those of somebody who looks and speaks through holes in
 * a print part above a chin that is printed.
 *
 * @param gap mean distance of the inner edges of the lips at three places; some 0.02 for a closed mouth
 * @param jaw from the bridge of the nose to the tip of the chin, less half as much again as from there to below the nose; some 0.6 for a closed mouth. A face
 *     that seems longer, by another lens or because landmarks lie a little otherwise, has a longer nose as well
 */
record OpenMouth(double gap, double jaw) {

    private static final double FOR_EACH_NOSE = 1.5;

    static OpenMouth of(Landmarks landmarks) {
        double gap = landmarks.distance(61, 67) + landmarks.distance(62, 66) + landmarks.distance(63, 65);
        Point chin = Point.mean(landmarks.points().subList(7, 10));
        double jaw = landmarks.points().get(27).distanceTo(chin) - FOR_EACH_NOSE * landmarks.distance(27, 33);
        return new OpenMouth(gap / 3 / landmarks.eyeDistance(), jaw / landmarks.eyeDistance());
    }
}
