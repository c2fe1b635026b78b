package io.namesake.provisioning.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.crypto.Vault;
import io.namesake.provisioning.outbox.RetrySchedule;
import io.namesake.provisioning.webhook.Attempt.Failed;
import io.namesake.provisioning.webhook.Attempt.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One delivery at a time: makes the attempt, and decides what follows from it. When that happens is {@link DeliveryWorker}'s. */
@Component
class Deliveries {
    private final DeliveryTable table;
    private final WebhookEndpoints endpoints;
    private final WebhookClient client;
    private final RetrySchedule schedule;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;
    private final WebhookSettings settings;

    Deliveries(
            DeliveryTable table,
            WebhookEndpoints endpoints,
            WebhookClient client,
            @Qualifier("webhookRetrySchedule") RetrySchedule schedule,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock,
            WebhookSettings settings) {
        this.table = table;
        this.endpoints = endpoints;
        this.client = client;
        this.schedule = schedule;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings;
    }

    /** What is due now, taken into our hands. */
    List<Delivery> lease(int most) {
        return table.lease(clock.instant(), settings.lease(), most, settings.share());
    }

    /** Makes one attempt and records it. */
    void attempt(Delivery delivery) {
        try {
            var attempt = send(delivery);
            transaction.executeWithoutResult(status -> settle(delivery, attempt));
            count(attempt);
        } catch (InterruptedException e) {
            // We are stopping, and do not know whether it arrived: whoever takes it next sends it again.
            table.unlease(delivery);
            Thread.currentThread().interrupt();
        }
    }

    private Attempt send(Delivery delivery) throws InterruptedException {
        try {
            return client.send(
                    delivery.url(),
                    endpoints.secrets(delivery.endpointId()),
                    delivery.form(),
                    delivery.eventId(),
                    delivery.body().getBytes(StandardCharsets.UTF_8));
        } catch (Vault.SealBroken | IllegalArgumentException e) {
            return new Attempt(clock.instant(), Duration.ZERO, new Failed(Failure.NOT_SENT));
        }
    }

    private void settle(Delivery delivery, Attempt attempt) {
        table.record(delivery, attempt);
        if (attempt.succeeded()) {
            table.delivered(delivery);
        } else if (attempt.gone()) {
            endpoints.disable(delivery.endpointId());
            table.giveUpAll(delivery.endpointId());
        } else {
            schedule.waitAfter(delivery.failures() + 1, attempt.retryAfter())
                    .ifPresentOrElse(
                            wait -> table.tryAgain(delivery, clock.instant().plus(wait)), () -> giveUp(delivery));
        }
    }

    private void giveUp(Delivery delivery) {
        table.giveUp(delivery);
        meters.counter("namesake.webhook.given.up").increment();
    }

    private void count(Attempt attempt) {
        var outcome = attempt.succeeded() ? "delivered" : attempt.httpStatus() != null ? "rejected" : "unanswered";
        meters.timer("namesake.webhook.attempts", "outcome", outcome).record(attempt.duration());
    }
}
