package io.namesake.application.internal;

import io.namesake.privacy.Erasures;
import io.namesake.privacy.EvidenceErased;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases an application's evidence, and makes that a logged fact. */
@Component
class EvidenceErasure {
    private final EvidenceStore evidence;
    private final Erasures erasures;
    private final Clock clock;

    EvidenceErasure(EvidenceStore evidence, Erasures erasures, Clock clock) {
        this.evidence = evidence;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** Erases what is there, in the caller's transaction. @return the application, knowing of it; the caller stores it */
    @Transactional(propagation = Propagation.MANDATORY)
    public LineApplication erase(LineApplication application, EvidenceErased.Cause cause) {
        var kinds = evidence.erase(application.id());
        if (kinds.isEmpty()) {
            return application;
        }
        var now = clock.instant();
        erasures.record(new EvidenceErased(
                UUID.randomUUID(),
                application.operatorId(),
                application.id(),
                kinds.stream().map(Enum::name).sorted().toList(),
                cause,
                now));
        return application.withEvidenceErased(now);
    }
}
