package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.OpenRemediation;
import io.namesake.remediation.Phase;
import io.namesake.remediation.Remediations;
import io.namesake.remediation.SettledCause;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases: each step by {@link RemediationMachine}, with its history, its audit row, its effects and its alarm in one transaction. */
@Service
class Cases implements Remediations {
    private final CaseTable table;
    private final Lines lines;
    private final RemediationPolicy policy;
    private final Contacts contacts;
    private final Effects effects;
    private final Timers timers;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    Cases(
            CaseTable table,
            Lines lines,
            RemediationPolicy policy,
            Contacts contacts,
            Effects effects,
            Timers timers,
            AuditLog audit,
            SecureRandom random,
            Clock clock) {
        this.table = table;
        this.lines = lines;
        this.policy = policy;
        this.contacts = contacts;
        this.effects = effects;
        this.timers = timers;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A case to be opened.
     *
     * @param causeReference nothing personal, at most 100 characters
     */
    record Wanted(
            OperatorId operatorId,
            UUID lineId,
            Doubt doubt,
            String causeReference,
            @Nullable UUID campaignId,
            Language language,
            @Nullable String email,
            @Nullable String postalReference) {

        @Override
        public String toString() {
            return "Wanted[" + lineId + ", " + doubt + "]";
        }
    }

    /** What came of it. */
    record Opened(RemediationCase remediation, boolean isNew) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID open(OperatorId operator, UUID lineId, Doubt doubt, UUID causeId) {
        var wanted = new Wanted(operator, lineId, doubt, causeId.toString(), null, Language.ENGLISH, null, null);
        return open(wanted, Actor.SERVER).remediation().id();
    }

    @Transactional
    public Opened open(Wanted wanted, Actor actor) {
        lines.byId(wanted.lineId())
                .filter(line -> line.operatorId().equals(wanted.operatorId()))
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
        var now = clock.instant();
        var id = UUID.randomUUID();
        var token = SecretToken.random(random);
        var opened = new RemediationCase(
                id,
                wanted.operatorId(),
                wanted.lineId(),
                wanted.doubt(),
                wanted.causeReference(),
                wanted.campaignId(),
                wanted.language(),
                policy.of(wanted.doubt()),
                now,
                CaseState.opened(now),
                0,
                now,
                contacts.seal(id, new Contact(token, wanted.email(), wanted.postalReference())),
                null);
        if (!table.add(opened, SecretToken.sha256(token))) {
            return new Opened(table.open(wanted.lineId(), wanted.doubt()).orElseThrow(), false);
        }
        return new Opened(
                moved(
                        opened,
                        opened.state(),
                        "OPENED",
                        null,
                        wanted.doubt().name(),
                        actor,
                        List.of(new Effect.Notify(NoticeKind.DOUBT))),
                true);
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
            case Step.To(var state, var following) ->
                moved(
                        with.apply(before),
                        state,
                        event.kind(),
                        before.state().standing().phase(),
                        cause,
                        actor,
                        following);
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
        var after = new RemediationCase(
                before.id(),
                before.operatorId(),
                before.lineId(),
                before.doubt(),
                before.causeReference(),
                before.campaignId(),
                before.language(),
                before.terms(),
                before.openedAt(),
                state,
                before.steps() + 1,
                now,
                before.sealedContact(),
                before.sealedAppeal());
        effects.carryOut(after, following);
        table.update(state.standing().phase().isFinal() ? forgotten(after) : after);
        var columns = StandingColumns.of(state.standing());
        table.addStep(
                after.id(),
                new CaseTable.HistoryRow(
                        after.steps(), now, event, from, columns.phase(), columns.stage(), cause, actor));
        log(after, event, cause, actor);
        after.dueAt().ifPresent(due -> timers.set(Timers.Kind.CASE, after.id(), after.steps(), due));
        return after;
    }

    /** Nobody needs to be reached any more. */
    private static RemediationCase forgotten(RemediationCase over) {
        return new RemediationCase(
                over.id(),
                over.operatorId(),
                over.lineId(),
                over.doubt(),
                over.causeReference(),
                over.campaignId(),
                over.language(),
                over.terms(),
                over.openedAt(),
                over.state(),
                over.steps(),
                over.changedAt(),
                null,
                null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int settle(UUID lineId, SettledCause cause, Instant before) {
        return settle(lineId, _ -> true, cause, before);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int settle(UUID lineId, Doubt doubt, SettledCause cause, Instant before) {
        return settle(lineId, found -> found.doubt() == doubt, cause, before);
    }

    private int settle(UUID lineId, Predicate<RemediationCase> which, SettledCause cause, Instant before) {
        var open = table.open(List.of(lineId)).stream()
                .filter(found -> found.openedAt().isBefore(before))
                .filter(which)
                .toList();
        open.forEach(found -> step(found.id(), new Event.Settle(cause), cause.name(), Actor.SERVER));
        return open.size();
    }

    @Override
    public List<OpenRemediation> openCasesOf(Collection<UUID> lineIds) {
        return table.open(lineIds).stream()
                .map(found -> new OpenRemediation(
                        found.id(),
                        found.lineId(),
                        found.doubt(),
                        found.state().standing().phase(),
                        found.state().limits(found.terms()),
                        found.dueAt(),
                        found.openedAt()))
                .toList();
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
