package io.namesake.review.internal;

import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Seeded cases, and how far reviewers agree on them. */
@RestController
@Tag(name = "Reviews")
class SeedController {
    private static final int MOST = 20;

    private final Seeds seeds;

    SeedController(Seeds seeds) {
        this.seeds = seeds;
    }

    @Schema(name = "NewReviewSeeds")
    record Wanted(
            @Nullable Truth truth,
            @Schema(minimum = "1", maximum = "20") int count) {}

    @Schema(
            name = "ReviewAgreement",
            description = "How far an operator's reviewers agree. Of all together, and of nobody alone.")
    record Report(
            @Schema(description = "Seeded cases so far, judged or not")
            int seeded,

            @Schema(description = "The first two reviewers of a case with each other")
            Agreement amongReviewers,

            @Schema(description = "Each judgement with what is true")
            Agreement withTruth) {}

    @PostMapping("/v1/reviews/seeds")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "seedReviews",
            summary = "Put cases of known outcome into the queue",
            description =
                    "For supervisors. The pictures are drawn and show nobody, and no line is touched. Reviewers see no difference"
                            + " in form, and two of them decide each. No id is given back, so that nobody is told which they are.")
    void seed(@Parameter(hidden = true) StaffPrincipal staff, @RequestBody Wanted wanted) {
        var truth = wanted.truth();
        if (truth == null || wanted.count() < 1 || wanted.count() > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "truth is needed, and a count of 1 to 20.");
        }
        seeds.add(staff, truth, wanted.count());
    }

    @GetMapping("/v1/reviews/agreement")
    @Operation(
            operationId = "getReviewAgreement",
            summary = "How far reviewers agree on seeded cases",
            description =
                    "For supervisors and auditors: with each other, and with what is true; counts, shares, Cohen's kappa.")
    Report agreement(@Parameter(hidden = true) StaffPrincipal staff) {
        var samples = seeds.samples(staff);
        return new Report(seeds.seeded(staff), Agreement.amongReviewers(samples), Agreement.withTruth(samples));
    }
}
