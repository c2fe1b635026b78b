package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.Service;
import io.namesake.registry.SimChangeRule;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lines are made of. Another SIM is what somebody needs who wants to take a line over, so it is a matter of its own. */
@Component
class LineEquipment {
    private static final int MOST = 200;

    private final EquipmentTable equipment;
    private final LineChanges changes;
    private final List<SimChangeRule> rules;
    private final LineNews news;
    private final Clock clock;

    LineEquipment(
            EquipmentTable equipment, LineChanges changes, List<SimChangeRule> rules, LineNews news, Clock clock) {
        this.equipment = equipment;
        this.changes = changes;
        this.rules = List.copyOf(rules);
        this.news = news;
        this.clock = clock;
    }

    /** Notes a part; the same one again changes nothing. */
    @Transactional
    public EquipmentTable.Part put(OperatorId operator, @Nullable String text, EquipmentKind kind, String written) {
        var value = EquipmentNumbers.normalised(kind, written)
                .orElseThrow(() -> new Problem(ProblemType.REQUEST_INVALID, "The value is no " + kind + "."));
        var line = changes.lock(operator, text);
        requireFit(line, kind);
        var before = equipment.current(line.id(), kind);
        if (before.isPresent() && before.get().value().equals(value)) {
            return before.get();
        }
        if (kind.isSim()) {
            rules.forEach(rule -> rule.require(line, kind, value));
        }
        var earliest = before.map(part -> part.from().plusNanos(1_000)).orElse(clock.instant());
        var now = clock.instant().isBefore(earliest) ? earliest : clock.instant();
        before.ifPresent(part -> equipment.end(part.id(), now));
        equipment.begin(line.id(), kind, value, now);
        news.log("line.equipment-changed", line.operatorId(), line.id(), Map.of("kind", kind.name()));
        if (kind.isSim()) {
            news.simDescribed(line, now);
            if (before.isPresent()) {
                news.simChanged(line, now);
            }
        }
        return equipment.current(line.id(), kind).orElseThrow();
    }

    private static void requireFit(Line line, EquipmentKind kind) {
        if (line.status() == LineStatus.DEACTIVATED) {
            throw new Problem(ProblemType.LINE_NOT_IN_USE);
        }
        if (!kind.isSim() && line.identifier().service() == Service.MOBILE) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A mobile line has no " + kind + ".");
        }
    }

    /** What the line is and was made of, the latest first; at most 200. */
    @Transactional(readOnly = true)
    public List<EquipmentTable.Part> of(OperatorId operator, String text) {
        return equipment.of(changes.find(operator, text).id(), MOST);
    }

    /** In the transaction that ends the line: whoever gets the number later does not get its SIM. */
    @EventListener
    public void on(LineStatusChanged event) {
        if (event.to() == LineStatus.DEACTIVATED) {
            equipment.endAll(event.lineId(), event.at());
        }
    }
}
