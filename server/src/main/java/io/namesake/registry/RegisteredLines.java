package io.namesake.registry;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The registry: what may happen to a line, in which order. How it is stored is {@link LineTable}'s and {@link HolderTable}'s. */
@Component
class RegisteredLines implements Lines {
    private final LineTable lines;
    private final HolderTable holders;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisteredLines(
            LineTable lines, HolderTable holders, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.lines = lines;
        this.holders = holders;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = LineTaken.class)
    public Line reserve(OperatorId operator, LineIdentifier identifier, UUID applicationId) {
        var now = clock.instant();
        var row = lines.pending(operator, identifier, applicationId, now).orElseThrow(LineTaken::new);
        if (!lines.reserve(row.id(), operator, applicationId, now)) {
            throw new IllegalStateException("Application " + applicationId + " asked for another line before");
        }
        log("line.reserved", operator, row.id(), applicationId, identifier.service());
        return row.line();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(OperatorId operator, UUID applicationId) {
        lines.release(operator, applicationId, clock.instant());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = LineTaken.class)
    public Line activate(OperatorId operator, LineIdentifier identifier, UUID applicationId, HolderDetails details) {
        // From here to the end of the transaction no other application can do the same with this line.
        var row = lines.locked(operator, identifier, applicationId)
                .orElseThrow(() ->
                        new IllegalStateException("Application " + applicationId + " has no reservation of this line"));
        if (row.line().status() == LineStatus.ACTIVE) {
            if (row.line().applicationId().equals(applicationId)) {
                return row.line();
            }
            throw new LineTaken();
        }
        var now = clock.instant();
        var holder = holders.add(operator, details, now);
        var holding = holders.hold(row.id(), holder, applicationId, now);
        var line = lines.activated(row.id(), identifier, applicationId, holding, now);
        log("line.activated", operator, row.id(), applicationId, identifier.service());
        events.publishEvent(new LineStatusChanged(
                UUID.randomUUID(),
                operator,
                identifier,
                identifier.service(),
                LineStatus.PENDING,
                LineStatus.ACTIVE,
                now,
                applicationId));
        return line;
    }

    @Override
    public Optional<Line> find(OperatorId operator, String text) {
        return LineIdentifier.normalised(text).flatMap(identifier -> lines.find(operator, identifier));
    }

    @Override
    public List<Line> latest(OperatorId operator, int limit) {
        return lines.latest(operator, limit);
    }

    /** The subject is the line's id and not its number, which stays out of the log. */
    private void log(String type, OperatorId operator, UUID line, UUID applicationId, Service service) {
        audit.append(new AuditEntry(
                operator,
                type,
                line.toString(),
                Map.of("application", applicationId.toString(), "service", service.name())));
    }
}
