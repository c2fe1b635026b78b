package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.access.OperatorId;
import io.namesake.access.StaffPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.mylines.DisputeUpheld;
import io.namesake.mylines.LineDisputed;
import io.namesake.mylines.internal.DisputeMachine.State;
import io.namesake.mylines.internal.DisputeMachine.Step;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EndCause;
import io.namesake.registry.HeldLine;
import io.namesake.registry.Holdings;
import io.namesake.registry.LineControl;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "This line is not mine": contained at once, decided by a person, put before another one if need be. Who uses the line is heard
 * and never learns who complained.
 */
@Service
class Disputes {
    private final DisputeTable disputes;
    private final LineControl control;
    private final Holdings holdings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final MyLinesSettings settings;
    private final Clock clock;

    Disputes(
            DisputeTable disputes,
            LineControl control,
            Holdings holdings,
            AuditLog audit,
            ApplicationEventPublisher events,
            MyLinesSettings settings,
            Clock clock) {
        this.disputes = disputes;
        this.control = control;
        this.holdings = holdings;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code case-closed} when the line is being disputed already, {@code line-unknown} when it came to somebody else
     *     a moment ago
     */
    @Transactional
    public Dispute open(HolderPrincipal holder, HeldLine held, Dispute.Claim claim) {
        var now = clock.instant();
        var line = held.line();
        var dispute = new Dispute(
                UUID.randomUUID(),
                line.operatorId(),
                line.id(),
                held.holding().id(),
                holder.holderId(),
                State.OPEN,
                claim,
                now,
                now.plus(settings.decideWithin()),
                null,
                null,
                null,
                null,
                null);
        if (!disputes.insert(dispute)) {
            throw new Problem(ProblemType.CASE_CLOSED, "You have disputed this line already; it is being looked into.");
        }
        if (!contained(dispute)) {
            throw new Problem(ProblemType.LINE_UNKNOWN);
        }
        log("dispute.opened", dispute, Map.of("claim", claim.name()));
        events.publishEvent(
                new LineDisputed(UUID.randomUUID(), line.operatorId(), line.id(), dispute.id(), dispute.dueAt(), now));
        return dispute;
    }

    /** A person of the operator's decides. @throws Problem {@code case-unknown}, {@code case-closed} */
    @Transactional
    public Dispute decide(StaffPrincipal staff, UUID id, Dispute.Code code) {
        var dispute = ofOperator(staff.operatorId(), id);
        var now = clock.instant();
        var situation = dispute.situation(now, staff.staffId());
        if (situation.samePerson()) {
            throw new Problem(
                    ProblemType.ANOTHER_PERSON_REQUIRED,
                    "Somebody who has not decided this dispute before has to decide the appeal.");
        }
        var next = DisputeMachine.next(dispute.state(), code.upheld() ? Step.UPHOLD : Step.REJECT, situation)
                .orElseThrow(() -> new Problem(ProblemType.CASE_CLOSED));
        var appeal = next == State.REJECTED && dispute.state() == State.OPEN ? now.plus(settings.appealWithin()) : null;
        var decided = dispute.decided(next, code, staff.staffId(), appeal, now);
        disputes.update(decided);
        control.limit(dispute.lineId(), id, Set.of());
        log(
                "dispute.decided",
                decided,
                Map.of("code", code.name(), "by", staff.staffId().toString()));
        // Whoever holds the line by now, after a transfer or their own verification, has nothing to do with it.
        if (next == State.UPHELD
                && control.disown(dispute.lineId(), dispute.holdingId(), id, EndCause.DISPUTE_UPHELD)) {
            events.publishEvent(new DisputeUpheld(UUID.randomUUID(), dispute.operatorId(), dispute.lineId(), id, now));
        }
        return decided;
    }

    /** The holder asks for another person's decision. */
    @Transactional
    public Dispute appeal(HolderPrincipal holder, UUID id) {
        var dispute = ofHolder(holder, id);
        var now = clock.instant();
        step(dispute, Step.APPEAL);
        var appealed = dispute.appealed(now.plus(settings.decideWithin()));
        try {
            disputes.update(appealed);
        } catch (DuplicateKeyException disputedAgain) {
            throw new Problem(
                    ProblemType.CASE_CLOSED, "You have disputed this line once more; that is being looked into.");
        }
        contained(appealed);
        log("dispute.appealed", appealed, Map.of());
        return appealed;
    }

    /** The holder takes it back: the line is theirs after all. */
    @Transactional
    public Dispute withdraw(HolderPrincipal holder, UUID id) {
        var dispute = ofHolder(holder, id);
        step(dispute, Step.WITHDRAW);
        var withdrawn = dispute.withdrawn();
        disputes.update(withdrawn);
        control.limit(dispute.lineId(), id, Set.of());
        log("dispute.withdrawn", withdrawn, Map.of());
        return withdrawn;
    }

    /** The line has come to somebody else, who is not limited for a dispute about what was before. */
    @Transactional
    public void holderChanged(UUID lineId) {
        disputes.open(Set.of(lineId)).stream()
                .filter(dispute -> !isStillTheirs(dispute))
                .forEach(dispute -> control.limit(lineId, dispute.id(), Set.of()));
    }

    /** @return whether it is held so still: nobody else is limited for it */
    private boolean contained(Dispute dispute) {
        return control.limitWhileHeld(dispute.lineId(), dispute.holdingId(), dispute.id(), settings.containment());
    }

    /** What was decided while a line rested holds once it is on again: it is in nobody's name, and whoever uses it is asked to verify. */
    @Transactional
    public void lineCameBack(UUID lineId) {
        disputes.upheld(lineId).stream()
                .filter(this::wasUpheldAtRest)
                .findFirst()
                .ifPresent(dispute -> events.publishEvent(new DisputeUpheld(
                        UUID.randomUUID(), dispute.operatorId(), lineId, dispute.id(), clock.instant())));
    }

    /** What was upheld before ended the holding itself, and was told then. */
    private boolean wasUpheldAtRest(Dispute dispute) {
        var last = holdings.history(dispute.lineId()).getLast();
        return last.until() != null
                && last.endCause() != EndCause.DISPUTE_UPHELD
                && holdings.isLast(dispute.lineId(), dispute.holdingId());
    }

    private boolean isStillTheirs(Dispute dispute) {
        return holdings.goesOn(dispute.lineId(), dispute.holdingId());
    }

    private void step(Dispute dispute, Step step) {
        DisputeMachine.next(dispute.state(), step, dispute.situation(clock.instant(), null))
                .orElseThrow(() -> new Problem(ProblemType.CASE_CLOSED));
    }

    private Dispute ofHolder(HolderPrincipal holder, UUID id) {
        return disputes.lock(id)
                .filter(dispute -> dispute.holderId().equals(holder.holderId()))
                .orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
    }

    private Dispute ofOperator(OperatorId operator, UUID id) {
        return disputes.lock(id)
                .filter(dispute -> dispute.operatorId().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
    }

    private void log(String type, Dispute dispute, Map<String, String> details) {
        audit.append(new AuditEntry(dispute.operatorId(), type, dispute.id().toString(), details));
    }
}
