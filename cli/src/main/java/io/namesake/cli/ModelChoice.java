package io.namesake.cli;

import io.namesake.face.FaceOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which models compare faces and which calibration says what a similarity stands for; shared by the commands that compare. */
final class ModelChoice {

    @Option(names = "--models", paramLabel = "DIR", description = "Other models than the shipped ones.")
    private Path models;

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "Another calibration than the one beside the models; namesake calibrate makes one.")
    private Path calibration;

    FaceOptions faceOptions() {
        FaceOptions.Builder options = FaceOptions.builder();
        if (models != null) {
            options.modelDirectory(models);
        }
        if (calibration != null) {
            options.calibration(calibration);
        }
        return options.build();
    }
}
