package io.namesake.review.internal;

import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.decision.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as staff see it. It names nobody, and tells a reviewer nothing of what others found. */
@Schema(name = "ReviewCase", description = "A case. It names nobody: no name, no document, no line, no application.")
record CaseJson(
        UUID id,
        CaseKind kind,
        State state,

        @Schema(description = "Why a machine did not decide")
        List<Reason> reasons,

        @Schema(description = "What a reviewer must have been trained for")
        Skill skill,

        Instant openedAt,
        Instant dueBy,

        @Schema(description = "Whether a case for reviewers is past its time. The applicant is never refused for that")
        boolean overdue,

        @Schema(description = "Until when the caller works on it; null when they do not") @Nullable
        Instant lockedUntil) {

    /** Where a case stands. */
    @Schema(
            name = "ReviewCaseState",
            description =
                    "Reviewers and agents see OPEN or LOCKED only, so that they find independently of each other; supervisors"
                            + " and auditors see all")
    enum State {
        OPEN,
        /** Somebody works on it. */
        LOCKED,
        AWAITING_SECOND,
        DISPUTED,
        DECIDED,
        WITHDRAWN
    }

    static CaseJson of(ReviewCase shown, StaffPrincipal caller, Instant now) {
        return new CaseJson(
                shown.id(),
                shown.state().kind(),
                state(shown.state(), seesAll(caller), now),
                shown.reasons().stream().sorted().toList(),
                shown.skill(),
                shown.openedAt(),
                shown.dueAt(),
                shown.state().kind() == CaseKind.PICTURES && !now.isBefore(shown.dueAt()),
                shown.state()
                        .lockAt(now)
                        .filter(lock -> lock.staff().equals(caller.staffId()))
                        .map(Lock::until)
                        .orElse(null));
    }

    /** Who also reviews must not see more than a reviewer, or they could tell a seeded case from others. */
    static boolean seesAll(StaffPrincipal caller) {
        return (caller.roles().contains(Role.SUPERVISOR) || caller.roles().contains(Role.AUDITOR))
                && !caller.roles().contains(Role.REVIEWER);
    }

    private static State state(CaseState state, boolean all, Instant now) {
        boolean locked = state.lockAt(now).isPresent();
        if (!all) {
            return locked ? State.LOCKED : State.OPEN;
        }
        return switch (state.stage()) {
            case OPEN -> locked ? State.LOCKED : State.OPEN;
            case AWAITING_SECOND -> State.AWAITING_SECOND;
            case DISPUTED -> State.DISPUTED;
            case DECIDED -> State.DECIDED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }
}
