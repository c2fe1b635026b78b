package io.namesake.face.engine.challenge;

import io.namesake.face.engine.align.Landmarks;

/** How far a mouth is open. */
final class MouthOpening {
    private MouthOpening() {}

    /** Mean distance of the inner edges of the lips at three places, in eye distances of the same frame; some 0.02 for a closed mouth. */
    static double of(Landmarks landmarks) {
        double sum = between(landmarks, 61, 67) + between(landmarks, 62, 66) + between(landmarks, 63, 65);
        return sum / 3 / landmarks.eyeDistance();
    }

    private static double between(Landmarks landmarks, int upper, int lower) {
        return landmarks.points().get(upper).distanceTo(landmarks.points().get(lower));
    }
}
