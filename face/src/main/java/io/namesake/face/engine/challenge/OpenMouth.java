package io.namesake.face.engine.challenge;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;

/**
 * How far a mouth is open, in eye distances of the same frame. Lips part as far as the jaw goes down; those of somebody who looks and speaks through holes in
 * a print part above a chin that is printed.
 *
 * @param gap mean distance of the inner edges of the lips at three places; some 0.02 for a closed mouth
 * @param jaw from the bridge of the nose to the tip of the chin; some 1.9 for a closed mouth
 */
record OpenMouth(double gap, double jaw) {

    static OpenMouth of(Landmarks landmarks) {
        double gap = landmarks.distance(61, 67) + landmarks.distance(62, 66) + landmarks.distance(63, 65);
        Point chin = Point.mean(landmarks.points().subList(7, 10));
        double jaw = landmarks.points().get(27).distanceTo(chin);
        return new OpenMouth(gap / 3 / landmarks.eyeDistance(), jaw / landmarks.eyeDistance());
    }
}
