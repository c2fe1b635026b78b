package io.namesake.registry.internal;

import io.namesake.registry.EndCause;
import io.namesake.registry.Holding;
import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineLimitReached;
import io.namesake.registry.LineStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What cases do to lines, and how it is undone. */
@Component
class ControlledLines implements LineControl {
    private final LineTable lines;
    private final LimitTable limits;
    private final HoldingTable holdings;
    private final HolderTable holders;
    private final LinesPerPerson rules;
    private final LineNews news;
    private final Clock clock;

    ControlledLines(
            LineTable lines,
            LimitTable limits,
            HoldingTable holdings,
            HolderTable holders,
            LinesPerPerson rules,
            LineNews news,
            Clock clock) {
        this.lines = lines;
        this.limits = limits;
        this.holdings = holdings;
        this.holders = holders;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void limit(UUID lineId, UUID caseId, Set<Limit> wanted) {
        var line = locked(lineId);
        if (!wanted.isEmpty() && !line.status().isInUse()) {
            return;
        }
        var now = clock.instant();
        limits.replace(lineId, caseId, wanted, now);
        var all = limits.of(lineId);
        var status = status(line, all);
        if (status != line.status()) {
            lines.in(lineId, status, now);
        }
        news.changed(line, status, all, null, now);
    }

    /** An unverified line stays so whatever limits it; a verified one is limited while a limit is there. */
    private static LineStatus status(Line line, Set<Limit> limits) {
        return switch (line.status()) {
            case ACTIVE, LIMITED -> limits.isEmpty() ? LineStatus.ACTIVE : LineStatus.LIMITED;
            case PENDING, UNVERIFIED, DEACTIVATED -> line.status();
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void deactivate(UUID lineId, UUID caseId, EndCause cause, Instant quarantineUntil) {
        var line = locked(lineId);
        if (line.status() == LineStatus.DEACTIVATED && isEndedBy(lineId, caseId)) {
            return;
        }
        if (!line.status().isInUse()) {
            throw new IllegalStateException("A line that is " + line.status() + " cannot be deactivated");
        }
        var now = clock.instant();
        var holder = ended(line, cause, now);
        limits.setAside(lineId, caseId);
        lines.deactivated(line, caseId, cause, holder, quarantineUntil, now);
        log("line.deactivated", line, caseId, cause);
        news.changed(line, LineStatus.DEACTIVATED, Set.of(), null, now);
    }

    private @Nullable UUID ended(Line line, EndCause cause, Instant now) {
        var holding = holdings.current(line.id());
        holding.ifPresent(current -> holdings.end(current.id(), cause, now));
        return holding.map(Holding::holderId).orElse(null);
    }

    private boolean isEndedBy(UUID lineId, UUID caseId) {
        return endedBy(lineId, caseId).isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reinstate(UUID lineId, UUID caseId) {
        var line = locked(lineId);
        var ended = endedBy(lineId, caseId);
        ended.ifPresent(before -> reinstated(line, before));
        return ended.isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = LineLimitReached.class)
    public boolean reinstateWithinLimit(UUID lineId, UUID caseId) {
        var line = locked(lineId);
        var ended = endedBy(lineId, caseId);
        if (ended.isPresent()) {
            if (isOneTooMany(line, ended.get().holderId())) {
                throw new LineLimitReached();
            }
            reinstated(line, ended.get());
        }
        return ended.isPresent();
    }

    private boolean isOneTooMany(Line line, @Nullable UUID holder) {
        return holder != null
                && holders.isPerson(holder)
                && !holdings.wasMachines(line.id())
                && rules.isFull(holder, line.identifier());
    }

    private Optional<LineTable.Ended> endedBy(UUID lineId, UUID caseId) {
        return lines.ended(lineId).filter(ended -> ended.caseId().equals(caseId));
    }

    private void reinstated(Line line, LineTable.Ended before) {
        var now = clock.instant();
        var holding = before.holderId() == null
                ? null
                : holdings.goOn(holdings.last(line.id()).orElseThrow(), before.caseId(), now);
        limits.restore(line.id());
        var all = limits.of(line.id());
        var status = holding == null || before.from() == LineStatus.UNVERIFIED
                ? LineStatus.UNVERIFIED
                : all.isEmpty() ? LineStatus.ACTIVE : LineStatus.LIMITED;
        lines.reinstated(line.id(), status, holding, now);
        news.log(
                "line.reinstated",
                line.operatorId(),
                line.id(),
                Map.of("case", before.caseId().toString()));
        news.changed(line, status, all, null, now);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean disown(UUID lineId, UUID holdingId, UUID caseId, EndCause cause) {
        var line = locked(lineId);
        if (!line.status().isInUse() || !holdings.goesOn(lineId, holdingId)) {
            return false;
        }
        var now = clock.instant();
        ended(line, cause, now);
        lines.disowned(lineId, now);
        log("line.disowned", line, caseId, cause);
        news.changed(line, LineStatus.UNVERIFIED, line.limits(), null, now);
        return true;
    }

    private Line locked(UUID lineId) {
        return lines.lock(lineId).orElseThrow(() -> new IllegalStateException("There is no line " + lineId));
    }

    private void log(String type, Line line, UUID caseId, EndCause cause) {
        news.log(type, line.operatorId(), line.id(), Map.of("case", caseId.toString(), "cause", cause.name()));
    }
}
