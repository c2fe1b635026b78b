package io.namesake.face;

/**
 * What is measured of a face picture, as a closed list: quality components of ISO/IEC 29794-5:2025 that can be computed without a further network,
 * named and, where the reference implementation OFIQ 1.1 publishes one, mapped from the raw value to 0..100 as OFIQ does. The raw values are this
 * library's own (68 landmarks, a 112 x 112 crop), so figures are comparable in kind with OFIQ's, not equal to them. The order is that in which a person is told:
 * a face that cannot be seen comes before its light.
 */
public enum QualityMeasure {
    /** Area of the second largest face over that of the face meant; 0 alone .. 1 and more. Component: 100 (1 - raw). */
    SINGLE_FACE_PRESENT("SingleFacePresent", Unit.RATIO),
    /** Distance between the centres of the eyes, corrected for yaw, in the file's pixels. Component: sigmoid about 70, width 20. */
    INTER_EYE_DISTANCE("InterEyeDistance", Unit.PIXELS),
    /** Distance from between the eyes to the chin over the picture's height. Component: best at 0.45, half at 0.055 to either side. */
    HEAD_SIZE("HeadSize", Unit.RATIO),
    /** Distance from the left edge of the picture to the nearer eye, in eye distances. Component: sigmoid about 0.9. */
    LEFTWARD_CROP("LeftwardCropOfTheFaceImage", Unit.RATIO),
    /** The same towards the right edge. */
    RIGHTWARD_CROP("RightwardCropOfTheFaceImage", Unit.RATIO),
    /** Distance from the upper edge to the eyes, in distances from eyes to chin. Component: sigmoid about 1.4. */
    MARGIN_ABOVE("MarginAboveOfTheFaceImage", Unit.RATIO),
    /** Distance from the eyes to the lower edge, in distances from eyes to chin. Component: sigmoid about 1.8. */
    MARGIN_BELOW("MarginBelowOfTheFaceImage", Unit.RATIO),
    /** Share of the zone of the eyes that is covered: dark glasses, hair, a hand. Component: 100 (1 - raw); OFIQ's needs a network. */
    EYES_VISIBLE("EyesVisible", Unit.RATIO),
    /** Share of the lower face that is covered: a mask, a scarf, a hand. Component: 100 (1 - raw); OFIQ's needs a network. */
    MOUTH_OCCLUSION_PREVENTION("MouthOcclusionPrevention", Unit.RATIO),
    /** Mean luma of the face, 0..1. Component: the product of two sigmoids about 0.2 and 0.8. */
    LUMINANCE_MEAN("LuminanceMean", Unit.RATIO),
    /** Share of the face's pixels with a luma of 0..25 of 255. Component: inverse sigmoid about 0.92. */
    UNDER_EXPOSURE_PREVENTION("UnderExposurePrevention", Unit.RATIO),
    /** Share of the face's pixels with a luma of 247..255. Component: 1 / (raw + 0.01). */
    OVER_EXPOSURE_PREVENTION("OverExposurePrevention", Unit.RATIO),
    /**
     * Mean luma of the darker cheek over that of the brighter one, 0..1. Component: 100 raw. OFIQ intersects the cheeks' histograms, which
     * at the size of the aligned face finds nothing in common on 2 % of good press pictures.
     */
    ILLUMINATION_UNIFORMITY("IlluminationUniformity", Unit.RATIO),
    /** See {@link Pose#yaw()}. Component: 100 cos². */
    HEAD_POSE_YAW("HeadPoseYaw", Unit.DEGREES),
    /** See {@link Pose#pitch()}. Component: 100 cos². */
    HEAD_POSE_PITCH("HeadPosePitch", Unit.DEGREES),
    /** See {@link Pose#roll()}. Component: 100 cos². */
    HEAD_POSE_ROLL("HeadPoseRoll", Unit.DEGREES),
    /** Opening of the less open eye in distances from eyes to chin. Component: sigmoid about 0.02, width 0.01. */
    EYES_OPEN("EyesOpen", Unit.RATIO),
    /** Opening between the lips in distances from eyes to chin. Component: inverse sigmoid about 0.2, width 0.06. */
    MOUTH_CLOSED("MouthClosed", Unit.RATIO),
    /** See {@link FaceReport#sharpness()}, 0..1. Component: 100 raw; OFIQ's needs a trained forest. */
    SHARPNESS("Sharpness", Unit.RATIO);

    private final String componentName;
    private final Unit unit;

    QualityMeasure(String componentName, Unit unit) {
        this.componentName = componentName;
        this.unit = unit;
    }

    /** The component's name in OFIQ, stable, as used in reports and APIs. */
    public String componentName() {
        return componentName;
    }

    /** What a raw value counts. */
    public Unit unit() {
        return unit;
    }

    /** What a raw value counts. */
    public enum Unit {
        /** A share or a ratio of two like things. */
        RATIO,
        /** Pixels of the file. */
        PIXELS,
        /** Degrees. */
        DEGREES
    }
}
