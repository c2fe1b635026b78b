package io.namesake.face;

/**
 * Where the head points, in degrees, estimated from the 68 landmarks; 0, 0, 0 looks straight into the camera. The signs are those
 * of ISO/IEC 39794-5 seen from the person: a positive yaw turns to the person's left, a positive pitch looks down, a positive roll
 * tilts to the person's right shoulder. An approximation (see {@code engine.quality.PoseEstimate}): good to some five degrees near the
 * frontal pose, and too small beyond 40.
 *
 * @param yaw -90..90
 * @param pitch -90..90
 * @param roll -180..180
 */
public record Pose(double yaw, double pitch, double roll) {}
