package io.namesake.face.engine.quality;

import io.namesake.face.Hint;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.QualityMeasure;
import io.namesake.face.Role;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is asked of a picture, so that a low similarity may count against the person: for each measure that sends a picture back the least component
 * value, the same for every person. Chosen on LFW's development split so that few good pictures are sent back; {@code docs/face-quality.md} has the distributions.
 */
enum Gate {
    /** A picture that a person is just taking and can take again. */
    SELFIE {
        @Override
        int threshold(QualityMeasure measure) {
            return switch (measure) {
                // A second face of a third of the height is somebody looking over the shoulder.
                case SINGLE_FACE_PRESENT -> 86;
                case INTER_EYE_DISTANCE -> 12;
                case LEFTWARD_CROP, RIGHTWARD_CROP -> 25;
                case MARGIN_ABOVE -> 1;
                case MARGIN_BELOW -> 1;
                default -> common(measure);
            };
        }
    },

    /** A document's portrait: small, tightly cut, sometimes repeated as a ghost. */
    DOCUMENT {
        @Override
        int threshold(QualityMeasure measure) {
            return switch (measure) {
                case SINGLE_FACE_PRESENT -> 51;
                case INTER_EYE_DISTANCE -> 8;
                default -> common(measure);
            };
        }
    };

    static Gate of(Role role) {
        return switch (role) {
            case SELFIE -> SELFIE;
            case DOCUMENT -> DOCUMENT;
        };
    }

    /** The least component value; 0 when the measure sends nothing back. */
    abstract int threshold(QualityMeasure measure);

    private static int common(QualityMeasure measure) {
        return switch (measure) {
            case HEAD_POSE_YAW -> 67;
            case HEAD_POSE_PITCH -> 75;
            case HEAD_POSE_ROLL -> 82;
            case LUMINANCE_MEAN -> 40;
            case UNDER_EXPOSURE_PREVENTION -> 90;
            case OVER_EXPOSURE_PREVENTION -> 5;
            case ILLUMINATION_UNIFORMITY -> 30;
            case SHARPNESS -> 21;
            case EYES_VISIBLE -> 4;
            case MOUTH_OCCLUSION_PREVENTION -> 20;
            default -> 0;
        };
    }

    /** Holds a raw value to what is asked. */
    MeasuredQuality judge(QualityMeasure measure, OptionalDouble value) {
        int threshold = threshold(measure);
        int component = value.isEmpty()
                ? MeasuredQuality.NOT_ASSESSED
                : Scale.component(Components.of(measure, value.getAsDouble()));
        boolean blocking = threshold > 0;
        boolean sentBack = blocking && component != MeasuredQuality.NOT_ASSESSED && component < threshold;
        Optional<Hint> hint = sentBack ? Optional.of(hint(measure, value.getAsDouble())) : Optional.empty();
        return new MeasuredQuality(measure, value, component, threshold, blocking, hint);
    }

    private static Hint hint(QualityMeasure measure, double value) {
        return switch (measure) {
            case SINGLE_FACE_PRESENT -> Hint.ONE_FACE_ONLY;
            case INTER_EYE_DISTANCE, HEAD_SIZE -> Hint.COME_CLOSER;
            case LEFTWARD_CROP, RIGHTWARD_CROP -> Hint.CENTRE_FACE;
            case MARGIN_ABOVE, MARGIN_BELOW -> Hint.MOVE_BACK;
            case HEAD_POSE_YAW, HEAD_POSE_PITCH -> Hint.LOOK_STRAIGHT;
            case HEAD_POSE_ROLL -> Hint.HEAD_UPRIGHT;
            case LUMINANCE_MEAN -> value < 0.5 ? Hint.MORE_LIGHT : Hint.LESS_LIGHT;
            case UNDER_EXPOSURE_PREVENTION -> Hint.MORE_LIGHT;
            case OVER_EXPOSURE_PREVENTION -> Hint.LESS_LIGHT;
            case ILLUMINATION_UNIFORMITY -> Hint.TURN_TO_THE_LIGHT;
            case SHARPNESS -> Hint.HOLD_STILL;
            case EYES_OPEN -> Hint.OPEN_YOUR_EYES;
            case EYES_VISIBLE -> Hint.TAKE_OFF_DARK_GLASSES;
            case MOUTH_CLOSED -> Hint.CLOSE_YOUR_MOUTH;
            case MOUTH_OCCLUSION_PREVENTION -> Hint.UNCOVER_YOUR_FACE;
        };
    }
}
