package io.namesake.remediation.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Holdings;
import io.namesake.registry.Lines;
import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
import io.namesake.remediation.internal.Standing.Settled;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases: each step by {@link RemediationMachine}, with its history, its audit row, its effects and its alarm in one transaction. */
@Service
class Cases {
    private final CaseTable table;
    private final CaseHistory history;
    private final Effects effects;
    private final Timers timers;
    private final Lines lines;
    private final Holdings holdings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Cases(
            CaseTable table,
            CaseHistory history,
            Effects effects,
            Timers timers,
            Lines lines,
            Holdings holdings,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.history = history;
        this.effects = effects;
        this.timers = timers;
        this.lines = lines;
        this.holdings = holdings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The first step of a case that was just added: the person is told. */
    RemediationCase begin(RemediationCase opened, Actor actor) {
        return moved(
                opened,
                opened.state(),
                "OPENED",
                null,
                opened.doubt().name(),
                actor,
                List.of(new Effect.Notify(NoticeKind.DOUBT)));
    }

    /** The alarm of a case came. Whatever is due follows, once; nothing, where nothing is. */
    @Transactional
    public void timePassed(UUID caseId) {
        step(caseId, new Event.Timer(), null, Actor.TIMER);
    }

    /** A notice is known to have arrived. */
    @Transactional
    public void reached(UUID caseId, Instant arrived) {
        step(caseId, new Event.Reached(arrived), null, Actor.SERVER);
    }

    /** Ends a case well, unless it is over; because its line ended, unless that is in use (again). */
    @Transactional
    public void settle(UUID caseId, SettledCause cause, String why, Actor actor) {
        // The case is locked before its line is looked at, since what brings the line back locks it, too.
        boolean isToSettle = table.lock(caseId)
                .filter(found -> !found.state().standing().phase().isFinal())
                .filter(found -> !cause.isEndOfLine() || !lines.isInUse(found.lineId()))
                .isPresent();
        if (isToSettle) {
            step(caseId, new Event.Settle(cause), why, actor);
        }
    }

    /**
     * Something happens to a case. Where its line has ended otherwise, as it may a moment before the case is told, the case is over
     * with it whatever was to happen: that is kept, although the call of somebody who wanted something else fails.
     *
     * @param cause of a closed list, for the history
     * @throws Problem when it cannot be; {@code line-not-in-use} when the case was over with its line
     */
    RemediationCase step(UUID caseId, Event event, @Nullable String cause, Actor actor) {
        return step(caseId, event, cause, actor, UnaryOperator.identity());
    }

    /** The same, with something to be kept beside it. */
    RemediationCase step(
            UUID caseId, Event event, @Nullable String cause, Actor actor, UnaryOperator<RemediationCase> with) {
        var after = transaction.execute(_ -> stepped(caseId, event, cause, actor, with));
        if (event.isSomebodys() && after.state().standing() instanceof Settled(var why) && why.isEndOfLine()) {
            throw new Problem(ProblemType.LINE_NOT_IN_USE);
        }
        return after;
    }

    private RemediationCase stepped(
            UUID caseId, Event event, @Nullable String cause, Actor actor, UnaryOperator<RemediationCase> with) {
        var before = table.lock(caseId).orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
        if (!(event instanceof Event.Settle) && hasLostItsLine(before)) {
            var over =
                    holdings.isEndedByHolder(before.lineId()) ? SettledCause.ENDED_BY_HOLDER : SettledCause.LINE_ENDED;
            return next(before, new Event.Settle(over), over.name(), Actor.SERVER, UnaryOperator.identity());
        }
        return next(before, event, cause, actor, with);
    }

    /** What ended with this very case can still come back. */
    private boolean hasLostItsLine(RemediationCase found) {
        var phase = found.state().standing().phase();
        return !phase.isFinal() && phase != Phase.DEACTIVATED && !lines.isInUse(found.lineId());
    }

    private RemediationCase next(
            RemediationCase before,
            Event event,
            @Nullable String cause,
            Actor actor,
            UnaryOperator<RemediationCase> with) {
        return switch (RemediationMachine.next(before.state(), before.terms(), event, clock.instant())) {
            case Step.Nothing _ -> before;
            case Step.Barred(var why) -> throw problem(why);
            case Step.To to ->
                moved(
                        with.apply(before),
                        to.state(),
                        to.isReminder() ? "REMINDED" : event.kind(),
                        before.state().standing().phase(),
                        cause,
                        actor,
                        to.effects());
        };
    }

    private RemediationCase moved(
            RemediationCase before,
            CaseState state,
            String event,
            @Nullable Phase from,
            @Nullable String cause,
            Actor actor,
            List<Effect> following) {
        var now = clock.instant();
        var after = before.moved(state, now);
        effects.carryOut(after, following);
        table.update(state.standing().phase().isFinal() ? after.forgotten() : after);
        var columns = StandingColumns.of(state.standing());
        history.add(
                after.id(),
                new CaseHistory.Row(after.steps(), now, event, from, columns.phase(), columns.stage(), cause, actor));
        log(after, event, cause, actor);
        after.dueAt().ifPresent(due -> timers.set(Timers.Kind.CASE, after.id(), after.steps(), due));
        return after;
    }

    private void log(RemediationCase after, String event, @Nullable String cause, Actor actor) {
        var details = new TreeMap<>(Map.of(
                "line", after.lineId().toString(),
                "event", event,
                "phase", after.state().standing().phase().name(),
                "actor", actor.kind().name()));
        if (cause != null) {
            details.put("cause", cause);
        }
        if (actor.id() != null) {
            details.put("staff", actor.id().toString());
        }
        audit.append(new AuditEntry(
                after.operatorId(), "remediation.step", after.id().toString(), details));
    }

    private static Problem problem(Step.Bar why) {
        return switch (why) {
            case CLOSED -> new Problem(ProblemType.CASE_CLOSED);
            case NOT_NOW ->
                new Problem(ProblemType.STEP_NOT_POSSIBLE, "This is not possible where the case stands now.");
            case NO_MORE_EXTENSIONS ->
                new Problem(ProblemType.STEP_NOT_POSSIBLE, "There are no more extensions for this cause.");
            case NO_MORE_APPEALS -> new Problem(ProblemType.STEP_NOT_POSSIBLE, "No appeal is possible any more now.");
            case ANOTHER_PERSON_REQUIRED -> new Problem(ProblemType.ANOTHER_PERSON_REQUIRED);
        };
    }
}
