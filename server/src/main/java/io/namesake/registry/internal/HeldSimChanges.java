package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.registry.EquipmentKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Logs that a SIM change was asked for and held: who wants a line taken over tries that, and the log is where it shows. */
@Component
class HeldSimChanges {
    private final LineChanges changes;
    private final LineNews news;

    HeldSimChanges(LineChanges changes, LineNews news) {
        this.changes = changes;
        this.news = news;
    }

    /** In a transaction of its own, after the one that was held. */
    @Transactional
    public void log(OperatorId operator, @Nullable String line, EquipmentKind kind) {
        news.log("line.sim-change-held", operator, changes.find(operator, line).id(), Map.of("kind", kind.name()));
    }
}
