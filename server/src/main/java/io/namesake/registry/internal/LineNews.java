package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.registry.HolderDeathCleared;
import io.namesake.registry.HolderDeceased;
import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import io.namesake.registry.LineLimited;
import io.namesake.registry.LineRegistered;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.LineTransferred;
import io.namesake.registry.SimChanged;
import io.namesake.registry.SimDescribed;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the log and the other modules what became of a line, in the transaction that made it so. */
@Component
class LineNews {
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    LineNews(AuditLog audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    /** The subject is the line's id and not its number, which stays out of the log. */
    void log(String type, OperatorId operator, UUID line, Map<String, String> details) {
        audit.append(new AuditEntry(operator, type, line.toString(), details));
    }

    void transferLog(String type, TransferTable.Row transfer, Map<String, String> details) {
        var all = new HashMap<>(details);
        all.put("transfer", transfer.id().toString());
        all.put("kind", transfer.kind().name());
        log(type, transfer.operatorId(), transfer.lineId(), all);
    }

    /** @param before the line as it was; its status and limits are compared with what it is now */
    void changed(Line before, LineStatus status, Set<Limit> limits, @Nullable UUID applicationId, Instant now) {
        if (before.status() != status) {
            events.publishEvent(new LineStatusChanged(
                    UUID.randomUUID(),
                    before.operatorId(),
                    before.id(),
                    before.identifier(),
                    before.identifier().service(),
                    before.status(),
                    status,
                    now,
                    applicationId));
        }
        if (!before.limits().equals(limits)) {
            log(
                    "line.limited",
                    before.operatorId(),
                    before.id(),
                    Map.of("limits", limits.stream().map(Enum::name).sorted().collect(Collectors.joining(","))));
            events.publishEvent(new LineLimited(
                    UUID.randomUUID(), before.operatorId(), before.id(), before.identifier(), limits, now));
        }
    }

    void registered(Line line, boolean again, Instant now) {
        events.publishEvent(new LineRegistered(UUID.randomUUID(), line.operatorId(), line.id(), again, now));
    }

    void transferred(Line line, UUID transfer, Instant now) {
        events.publishEvent(
                new LineTransferred(UUID.randomUUID(), line.operatorId(), line.id(), line.identifier(), transfer, now));
    }

    void simChanged(Line line, Instant now) {
        events.publishEvent(new SimChanged(UUID.randomUUID(), line.operatorId(), line.id(), line.identifier(), now));
    }

    void simDescribed(Line line, Instant now) {
        events.publishEvent(new SimDescribed(UUID.randomUUID(), line.operatorId(), line.id(), now));
    }

    void deathCleared(OperatorId operator, UUID line, boolean heldByAnother, Instant now) {
        events.publishEvent(new HolderDeathCleared(UUID.randomUUID(), operator, line, heldByAnother, now));
    }

    void holderDeceased(OperatorId operator, UUID line, Instant now) {
        events.publishEvent(new HolderDeceased(UUID.randomUUID(), operator, line, now));
    }
}
