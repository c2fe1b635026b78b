package io.namesake.application.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The applicant's road. Only the applicant's own session may walk it: consent and pictures come from nobody else. */
@RestController
@Tag(name = "Capture")
class CaptureController {
    private final Capture capture;
    private final AttendedChecks attendedChecks;
    private final Uploads uploads;
    private final ApplicationViews views;

    CaptureController(Capture capture, AttendedChecks attendedChecks, Uploads uploads, ApplicationViews views) {
        this.capture = capture;
        this.attendedChecks = attendedChecks;
        this.uploads = uploads;
        this.views = views;
    }

    /** Agreement to the text that was read. */
    @Schema(name = "ConsentAnswer")
    record Answer(
            @Schema(example = "1-0f3a9c52", description = "The version of the text that was read")
            String textVersion,

            Language locale,

            @Schema(description = "Must be true: whoever does not accept asks for an attended check instead")
            boolean accepted) {}

    /** The body of a document's upload, for the API's description. */
    @Schema(name = "DocumentUpload")
    record DocumentUpload(
            @Schema(type = "string", format = "binary", description = "JPEG, PNG or WebP, at most 10 MB")
            String image,

            DocumentFields fields) {}

    /** The body of a picture's upload, for the API's description. */
    @Schema(name = "PictureUpload")
    record PictureUpload(
            @Schema(type = "string", format = "binary", description = "JPEG, PNG or WebP, at most 10 MB")
            String image) {}

    @PostMapping("/v1/applications/{id}/consent")
    @Operation(
            operationId = "giveConsent",
            summary = "Agree to the face comparison",
            description = "Comes before any picture. Agreeing again changes nothing.")
    ApplicationJson consent(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody Answer answer) {
        if (answer.textVersion() == null || answer.locale() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "textVersion and locale are needed.");
        }
        if (!answer.accepted()) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "Whoever does not accept asks for an attended check instead.");
        }
        return views.view(capture.giveConsent(applicant, id, answer.textVersion(), answer.locale()));
    }

    @PostMapping(path = "/v1/applications/{id}/document", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "sendDocument",
            summary = "Send the picture of the document, and its fields",
            description = "May be repeated until the submission; the last one counts.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = DocumentUpload.class),
                                            encoding =
                                                    @Encoding(
                                                            name = "fields",
                                                            contentType = MediaType.APPLICATION_JSON_VALUE))))
    ApplicationJson document(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            MultipartHttpServletRequest request) {
        capture.requireMayShowPicture(applicant, id);
        return uploads.oneOfFew(() -> {
            var picture = uploads.pictureBesideFields(request);
            var fields = uploads.fields(request);
            return views.view(capture.keepDocument(applicant, id, picture, fields));
        });
    }

    @PostMapping(path = "/v1/applications/{id}/selfie", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "sendSelfie",
            summary = "Send the selfie",
            description = "May be repeated until the submission; the last one counts.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = PictureUpload.class))))
    ApplicationJson selfie(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            MultipartHttpServletRequest request) {
        capture.requireMayShowPicture(applicant, id);
        return uploads.oneOfFew(() -> views.view(capture.keepSelfie(applicant, id, uploads.picture(request))));
    }

    @PostMapping(path = "/v1/applications/{id}/selfie/assessment", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "assessSelfie",
            summary = "Would this frame do as a selfie?",
            description = "For a live guide. Nothing is stored and nothing is compared.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = PictureUpload.class))))
    SelfieAssessment assess(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            MultipartHttpServletRequest request) {
        var application = capture.requireMayShowPicture(applicant, id);
        return uploads.oneOfFew(
                () -> SelfieAssessment.of(capture.assess(uploads.picture(request)), application.language()));
    }

    @PostMapping("/v1/applications/{id}/submit")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "submitApplication",
            summary = "Ask for the decision",
            description =
                    "Accepted for good: it will be decided even when the server stops in between. Ask for the application"
                            + " until its state is no longer SUBMITTED.")
    ApplicationJson submit(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        return views.view(capture.submit(applicant, id));
    }

    @PostMapping("/v1/applications/{id}/consent/withdrawal")
    @Operation(
            operationId = "withdrawConsent",
            summary = "Take the consent back",
            description =
                    "Possible until the decision, also while a person is to make it. Whatever was sent is erased at once, and a"
                            + " person looks instead. Taking it back again changes nothing.")
    ApplicationJson withdrawConsent(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        return views.view(attendedChecks.withdrawConsent(applicant, id));
    }

    @PostMapping("/v1/applications/{id}/attended-check")
    @Operation(
            operationId = "requestAttendedCheck",
            summary = "Choose the check by a person",
            description =
                    "Possible until the submission, without consent and without any picture, and after a refusal that is"
                            + " about the face. Whatever was sent is erased at once.")
    ApplicationJson attendedCheck(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        return views.view(attendedChecks.request(applicant, id));
    }
}
