package io.namesake.provisioning.webhook;

import io.namesake.provisioning.outbox.OutboxWorker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends what is due to webhook endpoints. */
@Component
class DeliveryWorker extends OutboxWorker<Delivery> {
    private final Deliveries deliveries;

    DeliveryWorker(Deliveries deliveries, WebhookSettings settings) {
        super("webhook", new Pace(settings.concurrency(), settings.pollInterval(), settings.requestTimeout()));
        this.deliveries = deliveries;
    }

    @Override
    protected List<Delivery> lease(int most) {
        return deliveries.lease(most);
    }

    @Override
    protected void attempt(Delivery delivery) {
        deliveries.attempt(delivery);
    }
}
