package io.namesake.face;

import java.util.List;
import java.util.Objects;

/**
 * What was measured of the one face in a picture. Nothing in here can be used to recognise the person.
 *
 * @param imageWidth width of the upright picture, in its own pixels (before any reduction that the engine made)
 * @param imageHeight height of the upright picture, likewise
 * @param box where the face is
 * @param eyeDistancePixels distance between the centres of the eyes in the picture's own pixels (ISO/IEC 29794-5: inter-eye distance)
 * @param pose where the head points
 * @param sharpness 0 (no detail) .. 1 (crisp): the share of fine detail in the face at the size the networks see; about 0.5
 *     for a good photo, below 0.1 for one that is out of focus or moved
 * @param exposure how the face is lit
 * @param quality one entry for each {@link QualityMeasure}, in its order
 */
public record FaceReport(
        int imageWidth,
        int imageHeight,
        FaceBox box,
        double eyeDistancePixels,
        Pose pose,
        double sharpness,
        Exposure exposure,
        List<MeasuredQuality> quality) {
    public FaceReport {
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(exposure, "exposure");
        quality = List.copyOf(quality);
    }

    /** What would make a better picture, each once, most important first; empty when the picture is good enough. */
    public List<Hint> hints() {
        return quality.stream()
                .flatMap(measured -> measured.hint().stream())
                .distinct()
                .toList();
    }

    /**
     * Whether some measure sends the picture back: a better one should be asked for. It is still compared when there is no better one, but then
     * no low similarity counts against the person ({@link Comparison#clear()}).
     */
    public boolean sentBack() {
        return quality.stream().anyMatch(MeasuredQuality::sentBack);
    }
}
