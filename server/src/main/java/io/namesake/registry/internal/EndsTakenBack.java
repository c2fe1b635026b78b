package io.namesake.registry.internal;

import io.namesake.registry.Line;
import io.namesake.registry.LineLimitReached;
import io.namesake.registry.LineStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A line whose end is taken back is again what it was: its holding goes on, who uses it does, its SIM is there, limits of others hold. */
@Component
class EndsTakenBack {
    private final LineTable lines;
    private final LimitTable limits;
    private final HoldingTable holdings;
    private final HolderTable holders;
    private final LineUserTable users;
    private final EquipmentTable equipment;
    private final LinesPerPerson rules;
    private final LineNews news;
    private final Clock clock;

    EndsTakenBack(
            LineTable lines,
            LimitTable limits,
            HoldingTable holdings,
            HolderTable holders,
            LineUserTable users,
            EquipmentTable equipment,
            LinesPerPerson rules,
            LineNews news,
            Clock clock) {
        this.lines = lines;
        this.limits = limits;
        this.holdings = holdings;
        this.holders = holders;
        this.users = users;
        this.equipment = equipment;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    /** @param line locked @return whether it was this case that ended it */
    boolean takeBack(Line line, UUID caseId) {
        var ended = lines.endedBy(line.id(), caseId);
        ended.ifPresent(before -> reinstated(line, before));
        return ended.isPresent();
    }

    /** The same. @throws LineLimitReached when its holder has as many lines as the rules allow by now */
    boolean takeBackWithinLimit(Line line, UUID caseId) {
        var ended = lines.endedBy(line.id(), caseId);
        if (ended.isPresent() && isOneTooMany(line, ended.get().holderId())) {
            throw new LineLimitReached();
        }
        ended.ifPresent(before -> reinstated(line, before));
        return ended.isPresent();
    }

    private boolean isOneTooMany(Line line, @Nullable UUID holder) {
        return holder != null
                && holders.isPerson(holder)
                && !holdings.wasMachines(line.id())
                && rules.isFull(holder, line.identifier());
    }

    private void reinstated(Line line, LineTable.Ended before) {
        var now = clock.instant();
        var holding = before.holderId() == null ? null : wentOn(line, before.caseId(), now);
        equipment.comeBack(line.id(), line.since());
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

    private UUID wentOn(Line line, UUID caseId, Instant now) {
        var last = holdings.last(line.id()).orElseThrow();
        var holding = holdings.goOn(last, caseId, now);
        users.goOn(last.id(), holding);
        return holding;
    }
}
