package io.namesake.review.internal;

import io.namesake.access.StaffPrincipal;
import io.namesake.application.ReviewPicture;
import io.namesake.application.ShownPicture;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Looks at the evidence of one open case, each with its reason (promise 5). */
@RestController
@Tag(name = "Reviews")
class LookController {
    private static final int MOST = 200;

    private final Looks looks;
    private final PastLooks past;

    LookController(Looks looks, PastLooks past) {
        this.looks = looks;
        this.past = past;
    }

    @Schema(name = "NewReviewLook")
    record Wanted(@Nullable LookReason reason) {}

    @Schema(name = "ReviewLook", description = "A look that is allowed")
    record Allowed(
            LookReason reason,

            @Schema(description = "Until when evidence and pictures can be asked for")
            Instant until) {}

    @Schema(name = "ReviewLooks")
    record LookList(
            List<PastLook> looks,

            @Schema(description = "What to ask for with `cursor`; null on the last page") @Nullable
            String next) {}

    @Schema(
            name = "PastReviewLook",
            description = "A look that was allowed: it names a member of staff by id and no applicant")
    record PastLook(
            UUID caseId,

            @Schema(description = "Who looked, as in the operator's list of staff")
            UUID staffId,

            LookReason reason,
            Instant at,

            @Schema(description = "Until when evidence and pictures could be asked for")
            Instant until) {
        static PastLook of(PastLooks.Look look) {
            return new PastLook(look.caseId(), look.staffId(), look.reason(), look.at(), look.until());
        }
    }

    @PostMapping("/v1/reviews/{id}/looks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "lookAtReview",
            summary = "Say why, and be allowed to look",
            description =
                    "For the reviewer who works on the case. The reason is logged with who looked and when; the look ends with"
                            + " the lock, and after 5 minutes unless set otherwise.")
    Allowed look(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id, @RequestBody Wanted wanted) {
        var reason = wanted.reason();
        if (reason == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A look needs a reason.");
        }
        var look = looks.allow(staff, id, reason);
        return new Allowed(look.reason(), look.until());
    }

    @GetMapping("/v1/reviews/looks")
    @Operation(
            operationId = "listReviewLooks",
            summary = "Who looked at which case, when and why; the newest first",
            description =
                    "For auditors, and for supervisors who do not review themselves. It shows looks and never what was seen;"
                            + " looks go with their case, and stay in the audit log. Ask with `cursor` for the next page.")
    LookList list(
            @Parameter(hidden = true) StaffPrincipal staff,
            @Parameter(description = "Only looks at this case") @RequestParam(required = false) @Nullable UUID caseId,
            @Parameter(description = "Only looks of this member of staff") @RequestParam(required = false) @Nullable
                    UUID staffId,
            @Parameter(description = "Only looks from then on") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "Only looks before then") @RequestParam(required = false) @Nullable Instant to,
            @Parameter(description = "What the page before said under `next`") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Answer with at most so many, 1 to 200") @RequestParam(defaultValue = "50")
                    int limit) {
        if (!CaseJson.seesAll(staff)) {
            throw new Problem(
                    ProblemType.NOT_ALLOWED, "Whoever reviews decides without knowing who looked before them.");
        }
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
        var after = cursor == null ? null : LookCursor.read(cursor);
        var found = past.looks(staff.operatorId(), new PastLooks.Filter(caseId, staffId, from, to), after, limit);
        return new LookList(
                found.stream().map(PastLook::of).toList(),
                found.size() < limit ? null : LookCursor.after(found.getLast()).text());
    }

    @GetMapping("/v1/reviews/{id}/evidence")
    @Operation(
            operationId = "getReviewEvidence",
            summary = "What the document says and what was tested",
            description = "During a look, for whoever works on the case. Being shown is logged.")
    EvidenceJson evidence(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id) {
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
        return ShownPicture.answer(looks.picture(staff, id, picture));
    }
}
