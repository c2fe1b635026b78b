package io.namesake.face.engine.quality;

import io.namesake.face.Exposure;
import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.Pose;
import io.namesake.face.Role;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.DetectedFace;
import java.util.ArrayList;
import java.util.List;

/** Measures a face and says what would make a better picture. The thresholds are such that an ordinary photo raises no hint. */
public final class FaceQuality {
    /** A selfie's face is hard to guide below these, though still usable. */
    private static final double SMALL_SELFIE_EYES = 48;

    private static final double SMALL_DOCUMENT_EYES = 30;
    private static final double SMALL_SHARE = 0.2;
    private static final double LARGE_SHARE = 0.85;
    private static final double CUT_SHARE = 0.08;
    private static final double OFF_CENTRE = 0.25;
    private static final double DARK_FACE = 0.18;
    private static final double BRIGHT_FACE = 0.85;
    private static final double MUCH = 0.3;
    private static final double BLURRED = 0.1;
    private static final double TURNED = 30;
    private static final double NODDED = 25;
    private static final double TILTED = 30;

    private FaceQuality() {}

    /** @param aligned the face, cut out by {@link io.namesake.face.engine.align.Alignment#ARCFACE_112} */
    public static FaceReport measure(
            Picture picture, DetectedFace face, Landmarks landmarks, Picture aligned, Role role) {
        FacePixels pixels = FacePixels.measure(aligned);
        FaceBox box = face.in(picture);
        Pose pose = PoseEstimate.of(landmarks);
        double eyeDistance = landmarks.eyeDistance() * picture.reduction();
        List<Hint> hints = hints(picture, box, eyeDistance, pose, pixels, role);
        return new FaceReport(
                picture.fileWidth(),
                picture.fileHeight(),
                box,
                eyeDistance,
                pose,
                pixels.sharpness(),
                pixels.exposure(),
                hints);
    }

    private static List<Hint> hints(
            Picture picture, FaceBox box, double eyeDistance, Pose pose, FacePixels pixels, Role role) {
        List<Hint> hints = new ArrayList<>();
        if (role == Role.SELFIE) {
            double shorter = Math.min(picture.fileWidth(), picture.fileHeight());
            addIf(
                    hints,
                    Hint.COME_CLOSER,
                    eyeDistance < SMALL_SELFIE_EYES || box.height() * picture.fileHeight() < SMALL_SHARE * shorter);
            addIf(hints, Hint.MOVE_BACK, box.height() > LARGE_SHARE || box.width() > LARGE_SHARE);
            addIf(hints, Hint.CENTRE_FACE, isCut(box) || isOffCentre(box));
        } else {
            addIf(hints, Hint.COME_CLOSER, eyeDistance < SMALL_DOCUMENT_EYES);
            addIf(hints, Hint.CENTRE_FACE, isCut(box));
        }
        Exposure exposure = pixels.exposure();
        addIf(hints, Hint.MORE_LIGHT, exposure.brightness() < DARK_FACE || exposure.darkShare() > MUCH);
        addIf(hints, Hint.LESS_LIGHT, exposure.brightness() > BRIGHT_FACE || exposure.brightShare() > MUCH);
        addIf(hints, Hint.HOLD_STILL, pixels.sharpness() < BLURRED);
        boolean straight =
                Math.abs(pose.yaw()) < TURNED && Math.abs(pose.pitch()) < NODDED && Math.abs(pose.roll()) < TILTED;
        addIf(hints, Hint.LOOK_STRAIGHT, !straight);
        return hints;
    }

    private static void addIf(List<Hint> hints, Hint hint, boolean condition) {
        if (condition) {
            hints.add(hint);
        }
    }

    /** More than a sliver of the face lies beyond one edge. */
    private static boolean isCut(FaceBox box) {
        double beyond = Math.max(
                Math.max(-box.x(), box.x() + box.width() - 1) / box.width(),
                Math.max(-box.y(), box.y() + box.height() - 1) / box.height());
        return beyond > CUT_SHARE;
    }

    private static boolean isOffCentre(FaceBox box) {
        return Math.abs(box.x() + box.width() / 2 - 0.5) > OFF_CENTRE
                || Math.abs(box.y() + box.height() / 2 - 0.5) > OFF_CENTRE;
    }
}
