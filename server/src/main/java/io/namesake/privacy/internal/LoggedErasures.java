package io.namesake.privacy.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.privacy.Erasures;
import io.namesake.privacy.EvidenceErased;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes erasures to the audit log and tells whoever listens. */
@Component
class LoggedErasures implements Erasures {
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    LoggedErasures(AuditLog audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(EvidenceErased erasure) {
        audit.append(new AuditEntry(
                erasure.operatorId(),
                "evidence.erased",
                erasure.applicationId().toString(),
                Map.of(
                        "kinds",
                        String.join(",", erasure.kinds()),
                        "cause",
                        erasure.cause().name())));
        events.publishEvent(erasure);
    }
}
