package io.namesake.provisioning.webhook;

import io.namesake.mylines.LineDisputed;
import io.namesake.registry.HolderDeathCleared;
import io.namesake.registry.HolderDeceased;
import io.namesake.registry.Lines;
import io.namesake.registry.SimChanged;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What an operator has to look after about a line. Nothing of it says who holds the line, who complained, or who said what. */
@Component
class LineNewsListeners {
    private final EventOutbox outbox;
    private final Lines lines;

    LineNewsListeners(EventOutbox outbox, Lines lines) {
        this.outbox = outbox;
        this.lines = lines;
    }

    /** Not which SIM: the network knows, and nobody else needs to. */
    @ApplicationModuleListener
    void on(SimChanged event) {
        outbox.add(
                event.operatorId(),
                event.eventId(),
                EventType.LINE_SIM_CHANGED,
                event.lineId(),
                event.at(),
                line(event.lineId(), event.at()));
    }

    @ApplicationModuleListener
    void on(HolderDeceased event) {
        outbox.add(
                event.operatorId(),
                event.eventId(),
                EventType.LINE_HOLDER_DECEASED,
                event.lineId(),
                event.at(),
                line(event.lineId(), event.at()));
    }

    @ApplicationModuleListener
    void on(HolderDeathCleared event) {
        var data = line(event.lineId(), event.at());
        data.put("heldByAnother", event.heldByAnother());
        outbox.add(event.operatorId(), event.eventId(), EventType.LINE_DEATH_CLEARED, event.lineId(), event.at(), data);
    }

    /** That there is a case to decide, and until when. What is limited meanwhile is told by {@code line.limited}. */
    @ApplicationModuleListener
    void on(LineDisputed event) {
        var data = line(event.lineId(), event.at());
        data.put("disputeId", event.disputeId().toString());
        data.put("decideBy", event.dueAt().toString());
        outbox.add(event.operatorId(), event.eventId(), EventType.LINE_DISPUTED, event.lineId(), event.at(), data);
    }

    private Map<String, Object> line(UUID id, Instant at) {
        var line = lines.byId(id).orElseThrow().identifier();
        var data = new LinkedHashMap<String, Object>();
        data.put("line", line.value());
        data.put("service", line.service().name());
        data.put("since", at.toString());
        return data;
    }
}
