package io.namesake.review.internal;

import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.review.internal.CaseStep.Assign;
import io.namesake.review.internal.CaseStep.Claim;
import io.namesake.review.internal.CaseStep.Release;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works on which case. One person at a time, for a short time; whoever goes away loses it by itself. */
@Service
class Locks {
    private final CaseQueue queue;
    private final Cases cases;
    private final Skills skills;
    private final CaseLog log;
    private final ReviewSettings settings;
    private final Clock clock;

    Locks(CaseQueue queue, Cases cases, Skills skills, CaseLog log, ReviewSettings settings, Clock clock) {
        this.queue = queue;
        this.cases = cases;
        this.skills = skills;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** The most urgent case that fits, or the one that they work on already; empty when there is none. */
    @Transactional
    public Optional<ReviewCase> next(StaffPrincipal reviewer) {
        var now = clock.instant();
        var held = queue.heldBy(reviewer.operatorId(), reviewer.staffId(), now);
        var found = held.isPresent()
                ? held
                : queue.mostUrgentFor(reviewer, skills.of(reviewer), settings.maySecond(reviewer), now);
        return found.map(id -> claim(reviewer, id.toString()));
    }

    /** Takes a case, or goes on with it. */
    @Transactional
    public ReviewCase claim(StaffPrincipal staff, String id) {
        var found = cases.lock(staff, id);
        var now = clock.instant();
        boolean renewed = found.state().isLockedBy(staff.staffId(), now);
        if (!renewed) {
            staff.require(Role.REVIEWER);
            if (found.state().stage() == Stage.AWAITING_SECOND && !settings.maySecond(staff)) {
                throw new Problem(ProblemType.NOT_ALLOWED, "This case needs somebody with the role SECOND_REVIEWER.");
            }
            if (!skills.of(staff).contains(found.skill())) {
                throw new Problem(ProblemType.NOT_ALLOWED, "This case needs the skill " + found.skill() + ".");
            }
        }
        var claim = new Claim(staff.staffId(), now.plus(settings.lock()), false);
        var taken =
                cases.keep(found, CaseMachine.next(found.state(), claim, now).goesOn());
        if (!renewed) {
            log.note(taken, "locked", staff.staffId(), Map.of());
        }
        return taken;
    }

    @Transactional
    public void release(StaffPrincipal staff, String id) {
        var found = cases.lock(staff, id);
        var now = clock.instant();
        boolean held = found.state().isLockedBy(staff.staffId(), now);
        cases.keep(
                found,
                CaseMachine.next(found.state(), new Release(staff.staffId()), now)
                        .goesOn());
        if (held) {
            log.note(found, "lock-released", staff.staffId(), Map.of());
        }
    }

    /** A supervisor names who settles a disagreement. */
    @Transactional
    public ReviewCase assign(StaffPrincipal supervisor, String id, UUID assignee) {
        skills.requireColleague(supervisor, assignee, Role.REVIEWER, Role.AGENT);
        var found = cases.lock(supervisor, id);
        var assigned = cases.keep(
                found,
                CaseMachine.next(found.state(), new Assign(assignee), clock.instant())
                        .goesOn());
        log.note(found, "assigned", supervisor.staffId(), Map.of("assignee", assignee.toString()));
        return assigned;
    }
}
