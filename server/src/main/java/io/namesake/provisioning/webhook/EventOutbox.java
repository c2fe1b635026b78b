package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Turns an event into deliveries, within the caller's transaction. */
@Component
class EventOutbox {
    private final DeliveryTable deliveries;
    private final DeliveryWorker worker;
    private final JsonMapper json;
    private final Clock clock;

    EventOutbox(DeliveryTable deliveries, DeliveryWorker worker, JsonMapper json, Clock clock) {
        this.deliveries = deliveries;
        this.worker = worker;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds the event for every endpoint that wants it and does not have it yet.
     *
     * @param id the event's, always the same for the same event
     * @param at when it happened
     * @param data what the receiver learns, in this order; nothing personal
     */
    void add(OperatorId operator, UUID id, EventType type, Instant at, Map<String, ?> data) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.wireName());
        body.put("timestamp", at.toString());
        body.put("data", data);
        int added = deliveries.add(operator, "evt_" + id, type, json.writeValueAsString(body), clock.instant());
        if (added > 0) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.wake();
                }
            });
        }
    }
}
