package io.namesake.face.engine.quality;

import io.namesake.face.QualityMeasure;

/** Native measures to quality components 0..100; the constants are those of OFIQ 1.1's published configuration where it has the measure. */
final class Components {
    private Components() {}

    static double of(QualityMeasure measure, double raw) {
        return switch (measure) {
            case SINGLE_FACE_PRESENT, EYES_VISIBLE, MOUTH_OCCLUSION_PREVENTION -> Scale.remainder(raw);
            case INTER_EYE_DISTANCE -> Scale.rising(raw, 70, 20);
            case HEAD_SIZE -> 2 * Scale.falling(Math.abs(raw - 0.45), 0, 0.05);
            case LEFTWARD_CROP, RIGHTWARD_CROP -> Scale.rising(raw, 0.9, 0.1);
            case MARGIN_ABOVE -> Scale.rising(raw, 1.4, 0.1);
            case MARGIN_BELOW -> Scale.rising(raw, 1.8, 0.1);
            case HEAD_POSE_YAW, HEAD_POSE_PITCH, HEAD_POSE_ROLL -> Scale.angle(raw);
            case LUMINANCE_MEAN -> Scale.rising(raw, 0.2, 0.05) * Scale.falling(raw, 0.8, 0.05) / 100;
            case UNDER_EXPOSURE_PREVENTION -> 1.2 * (83.2 - Scale.rising(raw, 0.92, 0.05));
            case OVER_EXPOSURE_PREVENTION -> 1 / (raw + 0.01);
            case ILLUMINATION_UNIFORMITY, SHARPNESS -> 100 * raw;
            case EYES_OPEN -> Scale.rising(raw, 0.02, 0.01);
            case MOUTH_CLOSED -> Scale.falling(raw, 0.2, 0.06);
        };
    }
}
