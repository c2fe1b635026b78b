package io.namesake.registry.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import io.namesake.registry.LineControl;
import io.namesake.registry.LostLines;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A lost telephone is a case of its own, whose id follows from the line's: there is one at most. */
@Component
class ReportedLostLines implements LostLines {
    private static final Set<Limit> LIMITS = Set.of(Limit.VERIFICATION_CODES, Limit.OUTGOING);

    private final LineTable lines;
    private final LimitTable limits;
    private final LineControl control;
    private final OwnLines own;
    private final LineNews news;

    ReportedLostLines(LineTable lines, LimitTable limits, LineControl control, OwnLines own, LineNews news) {
        this.lines = lines;
        this.limits = limits;
        this.control = control;
        this.own = own;
        this.news = news;
    }

    @Override
    @Transactional
    public void report(UUID holderId, UUID lineId) {
        var line = locked(holderId, lineId);
        if (!isLost(lineId)) {
            control.limit(lineId, caseOf(lineId), LIMITS);
            news.log("line.reported-lost", line.operatorId(), lineId, Map.of());
        }
    }

    @Override
    @Transactional
    public void recovered(UUID holderId, UUID lineId) {
        var line = locked(holderId, lineId);
        if (isLost(lineId)) {
            control.limit(lineId, caseOf(lineId), Set.of());
            news.log("line.recovered", line.operatorId(), lineId, Map.of());
        }
    }

    @Override
    public Set<UUID> lostOf(Set<UUID> lineIds) {
        return limits.limitedBy(lineIds.stream().collect(toMap(identity(), ReportedLostLines::caseOf)));
    }

    private boolean isLost(UUID line) {
        return !lostOf(Set.of(line)).isEmpty();
    }

    private Line locked(UUID holder, UUID lineId) {
        var line = lines.lock(lineId).orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
        own.require(holder, lineId);
        return line;
    }

    private static UUID caseOf(UUID line) {
        return UUID.nameUUIDFromBytes(("lost/" + line).getBytes(StandardCharsets.UTF_8));
    }
}
