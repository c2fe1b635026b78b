package io.namesake.application.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.application.ShownPicture;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Documents that speak for themselves. What takes a picture gives back no name (promise 1): the applicant asks for what was read
 * with an operation of its own.
 */
@RestController
@Tag(name = "Capture")
class DocumentReadingController {
    private final DocumentIntake documents;
    private final Capture capture;
    private final Uploads uploads;
    private final ApplicationViews views;

    DocumentReadingController(DocumentIntake documents, Capture capture, Uploads uploads, ApplicationViews views) {
        this.documents = documents;
        this.capture = capture;
        this.uploads = uploads;
        this.views = views;
    }

    /** The body of a chip's upload, for the API's description. */
    @Schema(name = "ChipUpload")
    record ChipUpload(
            @Schema(
                    type = "string",
                    format = "binary",
                    description =
                            "The chip's files (EF.SOD, EF.DG1, EF.DG2 and what else was read) as a zip, or as JSON of"
                                    + " base64 by name; at most 4 MiB")
            String chip) {}

    @PostMapping(path = "/v1/applications/{id}/document/chip", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "sendDocumentChip",
            summary = "Send the files of the document's chip",
            description =
                    "As a reader app on a phone has read them. Takes the place of any document before; what was read is"
                            + " then to be confirmed.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = ChipUpload.class))))
    ApplicationJson chip(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            MultipartHttpServletRequest request) {
        capture.requireMayShowPicture(applicant, id);
        return uploads.oneOfFew(() -> views.view(documents.chip(applicant, id, uploads.chip(request))));
    }

    /** What a chip is to answer. */
    @Schema(name = "ChipChallenge")
    record ChipChallenge(
            @Schema(example = "8f0c3be1a25d9704", pattern = "[0-9a-f]{16}", description = "Eight bytes, in hexadecimal")
            String challenge) {}

    @PostMapping("/v1/applications/{id}/document/chip/challenge")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "drawChipChallenge",
            summary = "A challenge for the document's chip",
            description =
                    "For a reader app that asks the chip to prove that it is no copy (active authentication, ICAO Doc 9303-11,"
                            + " 6.1). Its answer comes with the chip's files, as `aaChallenge` and `aaResponse`; the next upload uses the"
                            + " challenge up.")
    ChipChallenge chipChallenge(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        capture.requireMayShowPicture(applicant, id);
        return new ChipChallenge(HexFormat.of().formatHex(documents.challenge(applicant, id)));
    }

    /** The body of an upload of pictures, for the API's description. */
    @Schema(name = "DocumentPagesUpload")
    record PagesUpload(
            @ArraySchema(
                    minItems = 1,
                    maxItems = 2,
                    schema =
                            @Schema(
                                    type = "string",
                                    format = "binary",
                                    description = "One side of the document: JPEG, PNG or WebP"))
            List<String> page) {}

    @PostMapping(path = "/v1/applications/{id}/document/pages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "sendDocumentPages",
            summary = "Send pictures of the document to be read",
            description =
                    "The sides with the portrait and with the machine-readable zone, in any order; at most 10 MB each and 11 MB"
                            + " together. Takes the place of any document before; what was read is then to be confirmed. A problem says what"
                            + " would make a better picture.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = PagesUpload.class))))
    ApplicationJson pages(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            MultipartHttpServletRequest request) {
        capture.requireMayShowPicture(applicant, id);
        return uploads.oneOfFew(() -> views.view(documents.pages(applicant, id, uploads.pages(request))));
    }

    @PostMapping(path = "/v1/applications/{id}/document/assessment", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "assessDocument",
            summary = "Would this frame do as a picture of the document?",
            description = "For a live guide. Nothing is stored.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = CaptureController.PictureUpload.class))))
    DocumentAssessment assess(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            MultipartHttpServletRequest request) {
        var application = capture.requireMayShowPicture(applicant, id);
        return uploads.oneOfFew(
                () -> DocumentAssessment.of(documents.guidance(uploads.picture(request)), application.language()));
    }

    @GetMapping("/v1/applications/{id}/document/reading")
    @Operation(
            operationId = "getDocumentReading",
            summary = "What was read of the document",
            description = "For the applicant's own session only. Gone with the decision.")
    DocumentReadingJson reading(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        var language = capture.requireMayShowPicture(applicant, id).language();
        return DocumentReadingJson.of(documents.reading(applicant, id), language);
    }

    @GetMapping(
            path = "/v1/applications/{id}/document/portrait",
            produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @Operation(
            operationId = "getDocumentPortrait",
            summary = "The portrait that was read of the document",
            description =
                    "For the applicant's own session only, so that they see whether it is theirs; a JPEG 2000 of a chip comes as JPEG or PNG. Never to be"
                            + " stored, and gone with the decision. A wallet has shown its own already: there is none here (`not-found`).")
    @ApiResponse(
            responseCode = "200",
            description = "The portrait",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> portrait(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        capture.requireMayShowPicture(applicant, id);
        return ShownPicture.answer(documents.portrait(applicant, id));
    }

    @PutMapping("/v1/applications/{id}/document/fields")
    @Operation(
            operationId = "confirmDocument",
            summary = "Confirm or correct what was read",
            description = "A correction is no fault: the operator's policy says whether a person looks at it.")
    ApplicationJson confirm(
            @Parameter(hidden = true) ApplicantPrincipal applicant,
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody DocumentFields fields) {
        capture.requireMayShowPicture(applicant, id);
        return views.view(documents.confirm(applicant, id, fields));
    }
}
