package io.namesake.review.internal;

import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The queue: how much there is, who works on what, and who was trained for what. */
@RestController
@Tag(name = "Reviews", description = "Cases that a machine could not decide, for an operator's staff")
class QueueController {
    private static final int FIRST = 50;

    private final CaseQueue queue;
    private final Cases cases;
    private final Locks locks;
    private final Skills skills;
    private final Clock clock;

    QueueController(CaseQueue queue, Cases cases, Locks locks, Skills skills, Clock clock) {
        this.queue = queue;
        this.cases = cases;
        this.locks = locks;
        this.skills = skills;
        this.clock = clock;
    }

    @Schema(name = "ReviewQueue", description = "How much there is to decide. Nothing in it is about a person.")
    record Overview(
            @Schema(description = "All that waits for a person")
            int open,

            @Schema(description = "Of these, how many somebody works on")
            int locked,

            @Schema(description = "Cases for reviewers that are past their time")
            int overdue,

            @Schema(description = "Cases that wait for the applicant to come to an agent")
            int attended,

            @Schema(description = "For supervisors and auditors who do not review themselves; else null") @Nullable
            Integer awaitingSecond,

            @Schema(description = "Likewise: two disagree, and a supervisor has to name a third") @Nullable
            Integer disputed,

            List<OfSkill> bySkill,

            @Schema(
                    description =
                            "The first 50, the one that is due first at the front; without those that the caller has decided")
            List<CaseJson> next) {}

    @Schema(name = "ReviewsBySkill", description = "Cases for reviewers by the skill that they need")
    record OfSkill(Skill skill, int open) {}

    @Schema(name = "ReviewAssignment")
    record Assignment(
            @Schema(description = "A reviewer or agent who has not decided this case")
            UUID staffId) {}

    @Schema(name = "ReviewSkills")
    record Trained(
            @Schema(description = "Exactly these from now on; none means no case")
            Set<Skill> skills) {}

    @GetMapping("/v1/reviews")
    @Operation(
            operationId = "getReviewQueue",
            summary = "The queue: counts, and what is due next",
            description = "For all staff. It shows no names, no documents, no lines and no pictures.")
    Overview overview(@Parameter(hidden = true) StaffPrincipal staff) {
        var now = clock.instant();
        var counts = queue.counts(staff.operatorId(), now);
        boolean all = CaseJson.seesAll(staff);
        return new Overview(
                counts.open(),
                counts.locked(),
                counts.overdue(),
                counts.attended(),
                all ? counts.awaitingSecond() : null,
                all ? counts.disputed() : null,
                queue.bySkill(staff.operatorId()).stream()
                        .map(found -> new OfSkill(found.skill(), found.open()))
                        .toList(),
                queue.first(staff, FIRST).stream()
                        .map(id -> CaseJson.of(cases.find(staff.operatorId(), id.toString()), staff, now))
                        .toList());
    }

    @PostMapping("/v1/reviews/next")
    @Operation(
            operationId = "takeNextReview",
            summary = "Take the most urgent case that fits the caller's skills",
            description =
                    "For reviewers. Whoever works on a case already gets that one again, with a longer lock. `case-unknown`"
                            + " when nothing waits that fits.")
    CaseJson next(@Parameter(hidden = true) StaffPrincipal staff) {
        return locks.next(staff)
                .map(taken -> CaseJson.of(taken, staff, clock.instant()))
                .orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN, "No case waits that fits your skills."));
    }

    @PostMapping("/v1/reviews/{id}/lock")
    @Operation(
            operationId = "lockReview",
            summary = "Take this case, or go on with it",
            description =
                    "The lock ends by itself after the operator's time (15 minutes unless set otherwise); asking again makes"
                            + " it longer. One person at a time works on a case. An attended case is opened with the applicant's"
                            + " code, and only its lock can be renewed here.")
    CaseJson lock(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id) {
        return CaseJson.of(locks.claim(staff, id), staff, clock.instant());
    }

    @DeleteMapping("/v1/reviews/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "releaseReview", summary = "Stop working on a case, so that somebody else can take it")
    void release(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id) {
        locks.release(staff, id);
    }

    @PutMapping("/v1/reviews/{id}/assignee")
    @Operation(
            operationId = "assignReview",
            summary = "Name who settles a disagreement",
            description = "For supervisors, in a case that is DISPUTED. Neither of the two who disagree can be named.")
    CaseJson assign(
            @Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id, @RequestBody Assignment wanted) {
        if (wanted.staffId() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "staffId is needed.");
        }
        return CaseJson.of(locks.assign(staff, id, wanted.staffId()), staff, clock.instant());
    }

    @PutMapping("/v1/reviews/skills/{staffId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "setReviewSkills",
            summary = "Say what a reviewer was trained for",
            description = "For supervisors. A reviewer of whom nothing was said yet takes any case.")
    void train(
            @Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID staffId, @RequestBody Trained wanted) {
        if (wanted.skills() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "skills are needed.");
        }
        skills.set(staff, staffId, wanted.skills());
    }
}
