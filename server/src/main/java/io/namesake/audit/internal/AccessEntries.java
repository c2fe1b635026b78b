package io.namesake.audit.internal;

import io.namesake.access.AccessEvent;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what happened to those who may call. The module {@code access} cannot call the log, which asks it who reads; so it
 * publishes, and this listens within the same transaction.
 */
@Component
class AccessEntries {
    private final AuditLog log;

    AccessEntries(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void write(AccessEvent event) {
        log.append(new AuditEntry(event.operatorId(), event.type(), event.subjectId(), event.details()));
    }
}
