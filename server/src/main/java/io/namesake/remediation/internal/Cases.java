package io.namesake.remediation.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Lines;
import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
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

/** Cases: each step by {@link RemediationMachine}, with its history, its audit row, its effects and its alarm in one transaction. */
@Service
class Cases {
    private final CaseTable table;
    private final CaseHistory history;
    private final Effects effects;
    private final Timers timers;
    private final Lines lines;
    private final AuditLog audit;
    private final Clock clock;

    Cases(
            CaseTable table,
            CaseHistory history,
            Effects effects,
            Timers timers,
            Lines lines,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.history = history;
        this.effects = effects;
        this.timers = timers;
        this.lines = lines;
        this.audit = audit;
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
     * Something happens to a case.
     *
     * @param cause of a closed list, for the history
     * @throws Problem when it cannot be
     */
    @Transactional
    public RemediationCase step(UUID caseId, Event event, @Nullable String cause, Actor actor) {
        return step(caseId, event, cause, actor, UnaryOperator.identity());
    }

    /** The same, with something to be kept beside it. */
    @Transactional
    public RemediationCase step(
            UUID caseId, Event event, @Nullable String cause, Actor actor, UnaryOperator<RemediationCase> with) {
        var before = table.lock(caseId).orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
        return switch (RemediationMachine.next(before.state(), before.terms(), event, clock.instant())) {
            case Step.Nothing _ -> before;
            case Step.Barred(var why) -> throw problem(why);
            case Step.To to -> {
                requireLine(before.lineId(), event);
                yield moved(
                        with.apply(before),
                        to.state(),
                        to.isReminder() ? "REMINDED" : event.kind(),
                        before.state().standing().phase(),
                        cause,
                        actor,
                        to.effects());
            }
        };
    }

    /** A line may end otherwise while somebody decides; its case is told a moment later. */
    private void requireLine(UUID line, Event event) {
        boolean isDecision = event instanceof Event.Decide || event instanceof Event.DecideAppeal;
        if (isDecision && !lines.isInUse(line)) {
            throw new Problem(ProblemType.LINE_NOT_IN_USE);
        }
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
