package io.namesake.application.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.face.challenge.ChallengeRecording;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Movements before the camera, asked for and judged. */
@RestController
@Tag(name = "Capture")
class ChallengeController {
    private final Challenges challenges;
    private final Capture capture;
    private final Uploads uploads;

    ChallengeController(Challenges challenges, Capture capture, Uploads uploads) {
        this.challenges = challenges;
        this.capture = capture;
        this.uploads = uploads;
    }

    /** The body of an answer, for the API's description. */
    @Schema(name = "ChallengeUpload")
    record ChallengeUpload(
            CaptureFacts capture,

            @ArraySchema(
                    maxItems = ChallengeRecording.MOST_FRAMES,
                    minItems = ChallengeRecording.FEWEST_FRAMES,
                    schema = @Schema(type = "string", format = "binary", description = "JPEG, at most 400 KB"))
            List<String> frame) {}

    @PostMapping("/v1/applications/{id}/challenge")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "drawChallenge",
            summary = "Draw movements to ask the applicant for",
            description =
                    "Takes the place of the challenge before. After five that were not passed within three minutes there"
                            + " is a pause (`too-many-attempts`), and after fifteen within a day no more is drawn until"
                            + " fewer were; the check by a person stays open.")
    ChallengeJson.Asked draw(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        return ChallengeJson.Asked.of(
                challenges.draw(applicant, id), ChallengeRecording.MOST_FRAMES, Uploads.LARGEST_FRAME);
    }

    @PostMapping(
            path = "/v1/applications/{id}/challenge/{nonce}/frames",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "answerChallenge",
            summary = "Send the frames of a challenge",
            description =
                    "Judged at once. The frame that looks straight into the camera becomes the selfie; the others are"
                            + " not stored.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = ChallengeUpload.class),
                                            encoding =
                                                    @Encoding(
                                                            name = "capture",
                                                            contentType = MediaType.APPLICATION_JSON_VALUE))))
    ChallengeJson.Result answer(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            @PathVariable String nonce,
            MultipartHttpServletRequest request) {
        var application = capture.requireMayShowPicture(applicant, id);
        challenges.requireOpen(application, nonce);
        return uploads.oneOfFew(() -> {
            var images = uploads.frames(request);
            var judged = challenges.answer(applicant, application, nonce, images, uploads.captureFacts(request));
            return ChallengeJson.result(
                    judged,
                    challenges.attemptsLeft(application.id()),
                    challenges.pausedUntil(application.id()).orElse(null),
                    application.language());
        });
    }
}
