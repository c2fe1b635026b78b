package io.namesake.application.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.privacy.EvidenceErased;
import io.namesake.privacy.RetentionSettings;
import io.namesake.registry.Lines;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that no picture lies for ever: not of an application that nobody finished, not of a review that drags on, and not of
 * an application that has ended, should anything ever have been kept after its evidence was erased.
 */
@Component
class EvidenceClock {
    private static final int AT_A_TIME = 100;

    private final ApplicationTable applications;
    private final EvidenceErasure erasure;
    private final Lines lines;
    private final AuditLog audit;
    private final RetentionSettings retention;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EvidenceClock(
            ApplicationTable applications,
            EvidenceErasure erasure,
            Lines lines,
            AuditLog audit,
            RetentionSettings retention,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.erasure = erasure;
        this.lines = lines;
        this.audit = audit;
        this.retention = retention;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void tick() {
        var now = clock.instant();
        eachInItsOwnTransaction(applications.overdue(now, AT_A_TIME), id -> expire(id, "application.expired"));
        eachInItsOwnTransaction(
                applications.keepingEvidenceSince(now.minus(retention.review()), AT_A_TIME), this::endReview);
        eachInItsOwnTransaction(applications.keepingEvidenceInVain(AT_A_TIME), this::eraseLeftover);
    }

    /**
     * Ends what was not submitted, within the caller's transaction.
     *
     * @param logged the type of its entry in the audit log
     * @return whether it has ended
     */
    boolean expire(UUID id, String logged) {
        var application = applications.lock(id).orElseThrow();
        if (StateMachine.next(application.state(), Step.EXPIRE, application.situation(false))
                instanceof Transition.To(var next)) {
            var expired = application.in(next, clock.instant());
            applications.update(erasure.erase(expired, EvidenceErased.Cause.NEVER_FINISHED));
            lines.release(expired.operatorId(), id);
            audit.append(new AuditEntry(expired.operatorId(), logged, id.toString(), Map.of()));
            return true;
        }
        return false;
    }

    /** The case stays in review; a person decides it without the pictures, with the applicant in front of them. */
    private void endReview(UUID id) {
        var application = applications.lock(id).orElseThrow();
        if (application.state() == State.REVIEW) {
            applications.update(erasure.erase(application, EvidenceErased.Cause.RETENTION_OVER));
        }
    }

    private void eraseLeftover(UUID id) {
        applications
                .lock(id)
                .ifPresent(application -> causeOfErasure(application)
                        .ifPresent(cause -> applications.update(erasure.erase(application, cause))));
    }

    /** Why no evidence should be there; empty when it may be. */
    private static Optional<EvidenceErased.Cause> causeOfErasure(LineApplication application) {
        return switch (application.state()) {
            case VERIFIED, REFUSED -> Optional.of(EvidenceErased.Cause.DECIDED);
            case EXPIRED -> Optional.of(EvidenceErased.Cause.NEVER_FINISHED);
            case REVIEW ->
                Optional.ofNullable(application.attendedCheckRequestedAt())
                        .map(_ -> EvidenceErased.Cause.ATTENDED_CHECK);
            case CREATED, CONSENTED, SUBMITTED -> Optional.empty();
        };
    }

    private void eachInItsOwnTransaction(List<UUID> ids, Consumer<UUID> work) {
        ids.forEach(id -> transaction.executeWithoutResult(_ -> work.accept(id)));
    }
}
