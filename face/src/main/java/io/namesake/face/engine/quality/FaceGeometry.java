package io.namesake.face.engine.quality;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.decode.Picture;

/** Lengths between landmarks, as ISO/IEC 29794-5:2025 and OFIQ 1.1 measure with them. */
record FaceGeometry(Landmarks landmarks) {

    /** From between the eyes to the chin, in pixels: OFIQ's t, by which other lengths are divided because it does not shrink with yaw. */
    double eyesToChin() {
        return Math.max(1e-9, betweenEyes().distanceTo(landmarks.chin()));
    }

    Point betweenEyes() {
        return new Point(
                (landmarks.leftEye().x() + landmarks.rightEye().x()) / 2,
                (landmarks.leftEye().y() + landmarks.rightEye().y()) / 2);
    }

    /** Distance between the eyes as it would be from the front; past 60° of yaw the estimate says too little to correct more. */
    double eyeDistance(double yaw) {
        return landmarks.eyeDistance() / Math.max(0.5, Math.cos(Math.toRadians(yaw)));
    }

    /** Distance between the lids of the less open eye over {@link #eyesToChin()}. */
    double eyesOpen() {
        double left = Math.max(landmarks.distance(37, 41), landmarks.distance(38, 40));
        double right = Math.max(landmarks.distance(43, 47), landmarks.distance(44, 46));
        return Math.min(left, right) / eyesToChin();
    }

    /** Distance between the inner edges of the lips over {@link #eyesToChin()}. */
    double mouthOpen() {
        return Math.max(landmarks.distance(62, 66), Math.max(landmarks.distance(61, 67), landmarks.distance(63, 65)))
                / eyesToChin();
    }

    double headSize(Picture picture) {
        return eyesToChin() / picture.height();
    }

    double leftward() {
        return nearest(landmarks.leftEye().x());
    }

    double rightward(Picture picture) {
        return nearest(picture.width() - landmarks.rightEye().x());
    }

    double above() {
        return betweenEyes().y() / eyesToChin();
    }

    double below(Picture picture) {
        return (picture.height() - betweenEyes().y()) / eyesToChin();
    }

    private double nearest(double pixels) {
        return pixels / Math.max(1e-9, landmarks.eyeDistance());
    }
}
