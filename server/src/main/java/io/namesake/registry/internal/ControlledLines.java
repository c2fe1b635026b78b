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
    private final EndsTakenBack ends;
    private final LineNews news;
    private final Clock clock;

    ControlledLines(
            LineTable lines, LimitTable limits, HoldingTable holdings, EndsTakenBack ends, LineNews news, Clock clock) {
        this.lines = lines;
        this.limits = limits;
        this.holdings = holdings;
        this.ends = ends;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void limit(UUID lineId, UUID caseId, Set<Limit> limits) {
        limit(locked(lineId), caseId, limits);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean limitWhileHeld(UUID lineId, UUID holdingId, UUID caseId, Set<Limit> limits) {
        var line = locked(lineId);
        boolean held = holdings.goesOn(lineId, holdingId);
        if (held) {
            limit(line, caseId, limits);
        }
        return held;
    }

    private void limit(Line line, UUID caseId, Set<Limit> wanted) {
        if (!wanted.isEmpty() && !line.status().isInUse()) {
            return;
        }
        var now = clock.instant();
        limits.replace(line.id(), caseId, wanted, now);
        var all = limits.of(line.id());
        var status = status(line, all);
        if (status != line.status()) {
            lines.in(line.id(), status, now);
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
        if (line.status() == LineStatus.DEACTIVATED
                && lines.endedBy(lineId, caseId).isPresent()) {
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

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reinstate(UUID lineId, UUID caseId) {
        return ends.takeBack(locked(lineId), caseId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = LineLimitReached.class)
    public boolean reinstateWithinLimit(UUID lineId, UUID caseId) {
        return ends.takeBackWithinLimit(locked(lineId), caseId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean disown(UUID lineId, UUID holdingId, UUID caseId, EndCause cause) {
        var line = locked(lineId);
        boolean rests = line.status() == LineStatus.DEACTIVATED;
        boolean theirs = rests ? comesBackAs(line, holdingId) : holdings.goesOn(lineId, holdingId);
        if (!theirs) {
            return false;
        }
        log("line.disowned", line, caseId, cause);
        if (rests) {
            lines.disownedAtRest(lineId);
        } else {
            var now = clock.instant();
            ended(line, cause, now);
            lines.disowned(lineId, now);
            news.changed(line, LineStatus.UNVERIFIED, line.limits(), null, now);
        }
        return true;
    }

    /** Whether the line would be held so once more should its end be taken back. */
    private boolean comesBackAs(Line line, UUID holdingId) {
        boolean comesBackHeld =
                lines.ended(line.id()).map(LineTable.Ended::holderId).isPresent();
        return comesBackHeld && holdings.isLast(line.id(), holdingId);
    }

    private Line locked(UUID lineId) {
        return lines.lock(lineId).orElseThrow(() -> new IllegalStateException("There is no line " + lineId));
    }

    private void log(String type, Line line, UUID caseId, EndCause cause) {
        news.log(type, line.operatorId(), line.id(), Map.of("case", caseId.toString(), "cause", cause.name()));
    }
}
