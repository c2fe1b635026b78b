package io.namesake.application.internal;

import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the applicant's device says about the frames. It can lie; what it says must at least fit together. */
@Schema(name = "CaptureFacts", description = "What is said of the frames of a challenge, beside the frames")
record CaptureFacts(
        @Schema(description = "One entry for each part `frame`, in the same order")
        List<FrameFacts> frames,

        @Nullable Camera camera) {
    private static final int LONGEST_LABEL = 200;

    /** One frame. */
    @Schema(name = "FrameFacts")
    record FrameFacts(
            @Schema(
                    description =
                            "When it was taken: milliseconds on the device's own steady clock, from whenever it began")
            long at,

            @Schema(
                    minimum = "0",
                    maximum = "3",
                    description =
                            "What was asked for then: 0 to look straight into the camera, n for the n-th movement")
            int prompt) {}

    /** The camera as the browser shows it. */
    @Schema(name = "CameraFacts", description = "The track's settings, as the browser shows them")
    record Camera(
            @Nullable String label,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double frameRate) {}

    CaptureFacts {
        if (frames == null
                || frames.size() < ChallengeRecording.FEWEST_FRAMES
                || frames.size() > ChallengeRecording.MOST_FRAMES) {
            throw invalid("A challenge is answered with " + ChallengeRecording.FEWEST_FRAMES + " to "
                    + ChallengeRecording.MOST_FRAMES + " frames.");
        }
        frames = List.copyOf(frames);
        int prompt = 0;
        for (var frame : frames) {
            if (frame.prompt() < prompt || frame.prompt() > Challenge.LENGTH) {
                throw invalid("The prompts of the frames are out of order.");
            }
            prompt = frame.prompt();
        }
        if (camera != null && camera.label() != null && camera.label().length() > LONGEST_LABEL) {
            throw invalid("The camera's label is too long.");
        }
    }

    private static Problem invalid(String detail) {
        return new Problem(ProblemType.REQUEST_INVALID, detail);
    }
}
