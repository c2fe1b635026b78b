package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes an event and turns it into deliveries, within the caller's transaction. */
@Component
class EventOutbox {
    private final EventLog log;
    private final EventCatalogue catalogue;
    private final DeliveryTable deliveries;
    private final DeliveryWorker worker;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    EventOutbox(
            EventLog log,
            EventCatalogue catalogue,
            DeliveryTable deliveries,
            DeliveryWorker worker,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.log = log;
        this.catalogue = catalogue;
        this.deliveries = deliveries;
        this.worker = worker;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Adds the event for every endpoint that wants it. One that was added before is left alone.
     *
     * @param id the event's, always the same for the same event
     * @param subject the id of the line, or of the application
     * @param at when it happened
     * @param data what the receiver learns, in this order, as the type's schema says; nothing personal
     */
    void add(OperatorId operator, UUID id, EventType type, UUID subject, Instant at, Map<String, ?> data) {
        var eventId = "evt_" + id;
        var number = log.number(operator, eventId);
        if (number.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var body =
                catalogue.write(operator, eventId, type.wireName(), subject.toString(), at, number.getAsLong(), data);
        log.add(operator, number.getAsLong(), eventId, type, body, now);
        publisher.publishEvent(new EventRecorded(operator.value(), eventId, subject.toString(), body));
        if (deliveries.add(operator, eventId, type, body, now) > 0) {
            wakeAfterCommit(worker);
        }
    }

    static void wakeAfterCommit(DeliveryWorker worker) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.wake();
            }
        });
    }
}
