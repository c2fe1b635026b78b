package io.namesake.face.engine.quality;

import io.namesake.face.FaceReport;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.Pose;
import io.namesake.face.QualityMeasure;
import io.namesake.face.Role;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.DetectedFace;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Measures a face and holds it to the {@link Gate} of its role. */
public final class FaceQuality {
    private final Picture picture;
    private final DetectedFace face;
    private final List<DetectedFace> others;
    private final FaceGeometry geometry;
    private final Pose pose;
    private final FacePixels pixels;
    private final Covering covering;

    private FaceQuality(
            Picture picture, DetectedFace face, List<DetectedFace> others, Landmarks landmarks, Picture aligned) {
        this.picture = picture;
        this.face = face;
        this.others = others;
        geometry = new FaceGeometry(landmarks);
        pose = PoseEstimate.of(landmarks);
        pixels = FacePixels.measure(aligned);
        covering = Covering.measure(aligned);
    }

    /**
     * @param face the one that is meant
     * @param others further faces in the picture
     * @param aligned the face, cut out by {@link io.namesake.face.engine.align.Alignment#ARCFACE_112}
     */
    public static FaceReport measure(
            Picture picture,
            DetectedFace face,
            List<DetectedFace> others,
            Landmarks landmarks,
            Picture aligned,
            Role role) {
        FaceQuality quality = new FaceQuality(picture, face, others, landmarks, aligned);
        Gate gate = Gate.of(role);
        List<MeasuredQuality> measured = Arrays.stream(QualityMeasure.values())
                .map(measure -> gate.judge(measure, quality.value(measure)))
                .toList();
        return new FaceReport(
                picture.fileWidth(),
                picture.fileHeight(),
                face.in(picture),
                landmarks.eyeDistance() * picture.reduction(),
                quality.pose,
                quality.pixels.sharpness(),
                quality.pixels.exposure(),
                measured);
    }

    private OptionalDouble value(QualityMeasure measure) {
        return switch (measure) {
            case SINGLE_FACE_PRESENT -> OptionalDouble.of(secondFace());
            case INTER_EYE_DISTANCE -> OptionalDouble.of(geometry.eyeDistance(pose.yaw()) * picture.reduction());
            case HEAD_SIZE -> OptionalDouble.of(geometry.headSize(picture));
            case LEFTWARD_CROP -> OptionalDouble.of(geometry.leftward());
            case RIGHTWARD_CROP -> OptionalDouble.of(geometry.rightward(picture));
            case MARGIN_ABOVE -> OptionalDouble.of(geometry.above());
            case MARGIN_BELOW -> OptionalDouble.of(geometry.below(picture));
            case EYES_VISIBLE -> OptionalDouble.of(covering.eyes());
            case MOUTH_OCCLUSION_PREVENTION -> covering.lowerFace();
            case LUMINANCE_MEAN -> OptionalDouble.of(pixels.exposure().brightness());
            case UNDER_EXPOSURE_PREVENTION ->
                OptionalDouble.of(pixels.exposure().darkShare());
            case OVER_EXPOSURE_PREVENTION -> OptionalDouble.of(pixels.exposure().brightShare());
            case ILLUMINATION_UNIFORMITY -> OptionalDouble.of(pixels.uniformity());
            case HEAD_POSE_YAW -> OptionalDouble.of(pose.yaw());
            case HEAD_POSE_PITCH -> OptionalDouble.of(pose.pitch());
            case HEAD_POSE_ROLL -> OptionalDouble.of(pose.roll());
            case EYES_OPEN -> OptionalDouble.of(geometry.eyesOpen());
            case MOUTH_CLOSED -> OptionalDouble.of(geometry.mouthOpen());
            case SHARPNESS -> OptionalDouble.of(pixels.sharpness());
        };
    }

    private double secondFace() {
        return others.stream().mapToDouble(other -> other.box().area()).max().orElse(0)
                / face.box().area();
    }
}
