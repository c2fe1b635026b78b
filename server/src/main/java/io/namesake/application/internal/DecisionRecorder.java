package io.namesake.application.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.namesake.application.ApplicationRefused;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.ReviewRequested;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.decision.Decision;
import io.namesake.decision.DocumentEvidence;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.privacy.EvidenceErased;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Lines;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a decision true, in one transaction: the decision, the erasure of the evidence, the audit entry, the line's
 * activation and the event that tells the networks happen together or not at all (promises 3 and 7).
 */
@Component
class DecisionRecorder {
    private final ApplicationTable applications;
    private final EvidenceErasure erasure;
    private final Lines lines;
    private final VerifiedHolders holders;
    private final AuditLog audit;
    private final ChallengePolicy policy;
    private final ApplicationEventPublisher events;
    private final MeterRegistry metrics;
    private final Clock clock;

    DecisionRecorder(
            ApplicationTable applications,
            EvidenceErasure erasure,
            Lines lines,
            VerifiedHolders holders,
            AuditLog audit,
            ChallengePolicy policy,
            ApplicationEventPublisher events,
            MeterRegistry metrics,
            Clock clock) {
        this.applications = applications;
        this.erasure = erasure;
        this.lines = lines;
        this.holders = holders;
        this.audit = audit;
        this.policy = policy;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Records the decision on a submitted application. One that is decided already is left alone, so that a decision made
     * twice after a crash counts once.
     *
     * @param holder the applicant, as the document names them
     * @param shown what was known of the document; where it came from and which fields were corrected go into the log
     * @throws io.namesake.registry.LineTaken when the line went to somebody else; nothing is recorded then
     * @throws io.namesake.registry.LineLimitReached when the person has too many lines for a machine to add one; likewise
     */
    @Transactional
    public void record(UUID id, Decision decision, HolderDetails holder, DocumentEvidence shown) {
        var application = applications.lock(id).orElseThrow();
        if (application.state() != State.SUBMITTED) {
            return;
        }
        write(application, Step.of(decision.outcome()), decision, holder, logged(shown));
        measure(decision, Duration.between(application.updatedAt(), clock.instant()));
    }

    /**
     * Records what people decided on an application in review, whose row the caller has locked, in the caller's transaction.
     *
     * @param holder the applicant, as the document names them; null where nobody is verified
     * @param logged how it was decided, for the audit log; nothing personal
     * @throws io.namesake.registry.LineTaken when the line went to somebody else; nothing may be kept of the transaction then
     */
    void recordHuman(
            LineApplication application,
            Decision decision,
            @Nullable HolderDetails holder,
            Map<String, String> logged) {
        var known = decision.outcome() == Outcome.REVIEW ? application.knowingLimit(decision) : decision;
        write(application, Step.byPerson(decision.outcome()), known, holder, logged);
    }

    private void write(
            LineApplication application,
            Step step,
            Decision decision,
            @Nullable HolderDetails holder,
            Map<String, String> evidence) {
        var id = application.id();
        var now = clock.instant();
        var next = StateMachine.next(application.state(), step, application.situation(true))
                .orThrow();
        var decided = application.decided(next, decision, now);
        if (decision.outcome() == Outcome.VERIFIED) {
            var person = Objects.requireNonNull(holder, "Nobody is verified without a name");
            // A person who decides may allow more lines than the rules let a machine give, once they were told.
            boolean exception = step == Step.VERIFY_BY_PERSON && application.isDecidedFor(Reason.LINE_LIMIT_REACHED);
            decided = decided.withHolder(holders.register(application, person, exception));
        }
        if (decision.outcome() == Outcome.REFUSED) {
            lines.release(application.operatorId(), id);
        }
        if (decision.outcome() != Outcome.REVIEW) {
            decided = erasure.erase(decided, EvidenceErased.Cause.DECIDED);
        }
        // A review needs the pictures: they stay sealed, and EvidenceClock erases them after namesake.retention.review
        // whether or not a person has decided. A person who could not decide by them needs them no more.
        if (step == Step.REFER_TO_ATTENDED_CHECK) {
            decided = erasure.erase(decided, EvidenceErased.Cause.ATTENDED_CHECK);
        }
        applications.update(decided);
        announce(decided, decision, evidence);
    }

    /** Tells the log and the world what was decided. Within the caller's transaction. */
    void announce(LineApplication application, Decision decision) {
        announce(application, decision, Map.of());
    }

    /** Names of fields and codes only: nothing that is personal. */
    private static Map<String, String> logged(DocumentEvidence shown) {
        return Map.of(
                "evidence", shown.source().name(),
                "strength", shown.strength().name(),
                "corrected", shown.corrected().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    }

    private void announce(LineApplication application, Decision decision, Map<String, String> evidence) {
        var reasons = decision.reasons().stream().map(Reason::name).collect(Collectors.joining(","));
        // Beside the outcome stands what the operator asked for, so that a challenge that was waived can be seen.
        var details = new TreeMap<>(evidence);
        details.putAll(Map.of("outcome", decision.outcome().name(), "reasons", reasons, "challenge", policy.name()));
        audit.append(new AuditEntry(
                application.operatorId(),
                "application.decided",
                application.id().toString(),
                details));
        var operator = application.operatorId();
        var id = application.id();
        var at = application.updatedAt();
        events.publishEvent(
                switch (decision.outcome()) {
                    case VERIFIED -> new ApplicationVerified(UUID.randomUUID(), operator, id, at);
                    case REFUSED -> new ApplicationRefused(UUID.randomUUID(), operator, id, decision.reasons(), at);
                    case REVIEW -> new ReviewRequested(UUID.randomUUID(), operator, id, decision.reasons(), at);
                });
    }

    private void measure(Decision decision, Duration sinceSubmission) {
        Timer.builder("namesake.applications.decided")
                .description("Time from submission to decision")
                .tag("outcome", decision.outcome().name())
                .publishPercentileHistogram()
                .register(metrics)
                .record(sinceSubmission);
        decision.reasons()
                .forEach(reason -> metrics.counter("namesake.applications.reasons", "reason", reason.name())
                        .increment());
    }
}
