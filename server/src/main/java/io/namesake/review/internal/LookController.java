package io.namesake.review.internal;

import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.application.ReviewPicture;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Looks at the evidence of one open case, each with its reason (promise 5). */
@RestController
@Tag(name = "Reviews")
class LookController {
    private final Looks looks;

    LookController(Looks looks) {
        this.looks = looks;
    }

    @Schema(name = "NewReviewLook")
    record Wanted(@Nullable LookReason reason) {}

    @Schema(name = "ReviewLook", description = "A look that is allowed")
    record Allowed(
            LookReason reason,

            @Schema(description = "Until when evidence and pictures can be asked for")
            Instant until) {}

    @PostMapping("/v1/reviews/{id}/looks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "lookAtReview",
            summary = "Say why, and be allowed to look",
            description =
                    "For the reviewer who works on the case. The reason is logged with who looked and when; the look ends with"
                            + " the lock, and after 5 minutes unless set otherwise.")
    Allowed look(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id, @RequestBody Wanted wanted) {
        staff.require(Role.REVIEWER);
        var reason = wanted.reason();
        if (reason == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A look needs a reason.");
        }
        var look = looks.allow(staff, id, reason);
        return new Allowed(look.reason(), look.until());
    }

    @GetMapping("/v1/reviews/{id}/evidence")
    @Operation(
            operationId = "getReviewEvidence",
            summary = "What the document says and what was tested",
            description = "During a look, for whoever works on the case. Being shown is logged.")
    EvidenceJson evidence(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id) {
        staff.require(Role.REVIEWER);
        return EvidenceJson.of(looks.evidence(staff, id));
    }

    @GetMapping(
            path = "/v1/reviews/{id}/pictures/{picture}",
            produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE, "image/webp"})
    @Operation(
            operationId = "getReviewPicture",
            summary = "One picture of the case",
            description =
                    "During a look, for whoever works on the case; as it was sent, and never to be stored. Being shown is logged.")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> picture(
            @Parameter(hidden = true) StaffPrincipal staff,
            @PathVariable String id,
            @PathVariable ReviewPicture picture) {
        staff.require(Role.REVIEWER);
        var content = looks.picture(staff, id, picture);
        return ResponseEntity.ok()
                .contentType(typeOf(content))
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    /** By the first bytes of the three formats that are taken. */
    private static MediaType typeOf(byte[] picture) {
        if (picture.length > 2 && (picture[0] & 0xFF) == 0xFF && (picture[1] & 0xFF) == 0xD8) {
            return MediaType.IMAGE_JPEG;
        }
        return picture.length > 2 && picture[1] == 'P' && picture[2] == 'N'
                ? MediaType.IMAGE_PNG
                : MediaType.valueOf("image/webp");
    }
}
