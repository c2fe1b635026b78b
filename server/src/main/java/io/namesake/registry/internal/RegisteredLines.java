package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.registry.EndCause;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holding;
import io.namesake.registry.Line;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineLimitReached;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineTaken;
import io.namesake.registry.Lines;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The registry: how a line comes to its holder. How it is stored is the tables' business. */
@Component
class RegisteredLines implements Lines {
    private final LineTable lines;
    private final LimitTable limits;
    private final HoldingTable holdings;
    private final LineControl control;
    private final RecognisedHolders holders;
    private final PortedInLines ports;
    private final LinesPerPerson rules;
    private final LineNews news;
    private final Clock clock;

    RegisteredLines(
            LineTable lines,
            LimitTable limits,
            HoldingTable holdings,
            LineControl control,
            RecognisedHolders holders,
            PortedInLines ports,
            LinesPerPerson rules,
            LineNews news,
            Clock clock) {
        this.lines = lines;
        this.limits = limits;
        this.holdings = holdings;
        this.control = control;
        this.holders = holders;
        this.ports = ports;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = LineTaken.class)
    public Line reserve(OperatorId operator, LineIdentifier identifier, UUID applicationId) {
        var line = lines.pending(operator, identifier, applicationId, clock.instant())
                .orElseThrow(LineTaken::new);
        limits.forgetSetAside(line.id());
        return reserved(line, applicationId, false);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = LineTaken.class)
    public Line reserveAgain(OperatorId operator, LineIdentifier identifier, UUID applicationId) {
        var line = lines.find(operator, identifier.value())
                .filter(found -> found.status().isInUse() || takenOff(found).isPresent())
                .orElseThrow(LineTaken::new);
        return reserved(line, applicationId, true);
    }

    /** How a line was ended for a doubt, while its number rests: who was asked to stand for it may do so still. */
    private Optional<LineTable.Ended> takenOff(Line line) {
        var until = line.quarantineUntil();
        return line.status() == LineStatus.DEACTIVATED
                        && until != null
                        && clock.instant().isBefore(until)
                ? lines.ended(line.id()).filter(LineTable.Ended::isForADoubt)
                : Optional.empty();
    }

    private Line reserved(Line line, UUID applicationId, boolean reverify) {
        if (!lines.reserve(line.id(), line.operatorId(), applicationId, reverify, clock.instant())) {
            throw new IllegalStateException("Application " + applicationId + " asked for another line before");
        }
        log("line.reserved", line, applicationId);
        return line;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(OperatorId operator, UUID applicationId) {
        lines.release(operator, applicationId, clock.instant());
    }

    @Override
    @Transactional(
            propagation = Propagation.MANDATORY,
            noRollbackFor = {LineTaken.class, LineLimitReached.class})
    public Line activate(OperatorId operator, LineIdentifier line, UUID applicationId, HolderDetails holder) {
        return activate(operator, line, applicationId, holder, false);
    }

    @Override
    @Transactional(
            propagation = Propagation.MANDATORY,
            noRollbackFor = {LineTaken.class, LineLimitReached.class})
    public Line activate(
            OperatorId operator,
            LineIdentifier identifier,
            UUID applicationId,
            HolderDetails details,
            boolean exception) {
        // From here to the end of the transaction no other application can do the same with this line.
        var reserved = lines.reservedBy(operator, identifier, applicationId)
                .orElseThrow(() ->
                        new IllegalStateException("Application " + applicationId + " has no reservation of this line"));
        var line = reserved.line();
        if (applicationId.equals(line.applicationId()) && isHeld(line.status())) {
            return line;
        }
        var ended = reserved.again() ? takenOff(line) : Optional.<LineTable.Ended>empty();
        // A new line must be free; one in use, or just ended, takes only who was asked to stand for it.
        if ((line.status() == LineStatus.DEACTIVATED && ended.isEmpty())
                || (line.status().isInUse() && !reserved.again())) {
            throw new LineTaken();
        }
        var before = ended.isPresent()
                ? ended.map(LineTable.Ended::holderId)
                : holdings.current(line.id()).map(Holding::holderId);
        var known = holders.find(details);
        boolean again = before.isPresent() && before.equals(known);
        if (!again && isHeld(ended.map(LineTable.Ended::from).orElse(line.status()))) {
            throw new LineTaken();
        }
        // A line that rests counts for nobody, so its holder has one more with it, too.
        boolean oneMore = !again || ended.isPresent();
        if (oneMore
                && !exception
                && known.isPresent()
                && !isMachines(line, ended.isPresent())
                && rules.isFull(known.get(), identifier)) {
            throw new LineLimitReached();
        }
        if (ended.isPresent()) {
            control.reinstate(line.id(), ended.get().caseId());
            line = lines.byId(line.id()).orElseThrow();
        }
        return held(line, identifier, applicationId, details, holdings.current(line.id()), again);
    }

    /** Of a line in use the operator's word that it is a machine's holds on, whoever turns out to stand for it. */
    private boolean isMachines(Line line, boolean ended) {
        return (ended || line.status().isInUse()) && holdings.wasMachines(line.id());
    }

    /** A verified person stands for it. */
    private static boolean isHeld(LineStatus status) {
        return status == LineStatus.ACTIVE || status == LineStatus.LIMITED;
    }

    private Line held(
            Line line,
            LineIdentifier identifier,
            UUID applicationId,
            HolderDetails details,
            Optional<Holding> current,
            boolean again) {
        var now = clock.instant();
        var holder = holders.recognise(details);
        var holding = again ? confirmed(current.orElseThrow(), now) : begun(line, current, holder, applicationId, now);
        var status = line.limits().isEmpty() ? LineStatus.ACTIVE : LineStatus.LIMITED;
        var since = status == line.status() ? line.since() : now;
        var registered = lines.held(line.id(), identifier, status, since, applicationId, holding);
        log(again ? "line.confirmed" : "line.activated", registered, applicationId);
        news.changed(line, status, line.limits(), applicationId, now);
        news.registered(registered, again, now);
        return registered;
    }

    private UUID confirmed(Holding holding, Instant now) {
        holdings.confirm(holding.id(), now);
        return holding.id();
    }

    private UUID begun(Line line, Optional<Holding> before, UUID holder, UUID applicationId, Instant now) {
        before.ifPresent(declared -> holdings.end(declared.id(), EndCause.REGISTERED_TO_ANOTHER, now));
        var port = ports.unused(line);
        var cause = port.isEmpty() ? Holding.Cause.APPLICATION : Holding.Cause.PORTED_IN;
        return holdings.begin(line.id(), holder, cause, applicationId, port.orElse(null), isMachines(line, false), now);
    }

    @Override
    public Optional<Line> find(OperatorId operator, String text) {
        return LineIdentifier.normalised(text).flatMap(identifier -> lines.find(operator, identifier));
    }

    @Override
    public Optional<Line> byId(UUID lineId) {
        return lines.byId(lineId);
    }

    @Override
    public List<Line> byIds(Collection<UUID> lineIds) {
        return lines.byIds(lineIds);
    }

    @Override
    public List<Line> latest(OperatorId operator, int limit) {
        return lines.latest(operator, limit);
    }

    private void log(String type, Line line, UUID applicationId) {
        news.log(
                type,
                line.operatorId(),
                line.id(),
                Map.of(
                        "application", applicationId.toString(),
                        "service", line.identifier().service().name()));
    }
}
