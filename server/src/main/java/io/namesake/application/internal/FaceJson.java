package io.namesake.application.internal;

import io.namesake.face.FaceReport;
import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What was measured of a face. Nothing in here can recognise a person. */
@Schema(
        name = "FaceReport",
        description = "What was measured of the face in a picture; nothing that could recognise the person")
record FaceJson(
        @Schema(description = "Pixels, of the upright picture")
        int imageWidth,

        @Schema(description = "Pixels, of the upright picture")
        int imageHeight,

        Box box,

        @Schema(description = "Pixels between the centres of the eyes")
        double eyeDistancePixels,

        Pose pose,
        @Schema(description = "0 (no detail) to 1 (crisp)") double sharpness,
        Exposure exposure,

        @Schema(description = "Quality components in the spirit of ISO/IEC 29794-5:2025")
        List<QualityJson> quality,

        @Schema(description = "What would make a better picture, most important first")
        List<HintJson> hints) {

    /** Fractions of the upright picture. */
    @Schema(
            name = "FaceBox",
            description = "Fractions of the upright picture, origin at the upper left; may reach over the edge")
    record Box(double x, double y, double width, double height) {}

    /** Degrees. */
    @Schema(name = "FacePose", description = "Where the head points, in degrees")
    record Pose(double yaw, double pitch, double roll) {}

    /** How the face is lit. */
    @Schema(name = "FaceExposure", description = "How the face is lit, each 0 to 1")
    record Exposure(double brightness, double darkShare, double brightShare) {}

    static FaceJson of(FaceReport face, Language language) {
        var box = face.box();
        var pose = face.pose();
        var exposure = face.exposure();
        return new FaceJson(
                face.imageWidth(),
                face.imageHeight(),
                new Box(box.x(), box.y(), box.width(), box.height()),
                face.eyeDistancePixels(),
                new Pose(pose.yaw(), pose.pitch(), pose.roll()),
                face.sharpness(),
                new Exposure(exposure.brightness(), exposure.darkShare(), exposure.brightShare()),
                face.quality().stream().map(QualityJson::of).toList(),
                HintJson.of(face.hints(), language));
    }
}
