package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.provisioning.webhook.DeliveryHistory.DeliveryAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole server, somebody who is told, and for each test an operator of its own. */
@NamesakeTest
abstract class WebhookTest {
    static final Instant AT = Instant.parse("2026-11-23T17:40:00.123456Z");

    final TestReceiver receiver = new TestReceiver();
    final OperatorId operator = new OperatorId(UUID.randomUUID());
    final UUID application = UUID.randomUUID();

    @Autowired
    WebhookEndpoints endpoints;

    @Autowired
    EndpointChallenge challenge;

    @Autowired
    DeliveryHistory history;

    @Autowired
    DeliveryWorker worker;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MovableClock clock;

    @AfterEach
    void close() {
        endpoints.of(operator).forEach(endpoint -> endpoints.delete(operator, endpoint.id()));
        receiver.close();
    }

    WebhookEndpoints.Created endpoint() {
        Set<EventType> everything = EnumSet.allOf(EventType.class);
        var created = endpoints.create(operator, EndpointUrl.parse(receiver.url()), Optional.empty(), everything);
        assertThat(challenge.verify(operator, created.endpoint()).error()).isEmpty();
        return created;
    }

    void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    void pass(Duration time) {
        clock.advance(time);
        worker.wake();
    }

    DeliveryAnswer awaitDelivery(WebhookEndpoints.Created endpoint, Predicate<DeliveryAnswer> expected) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> history.latest(endpoint.endpoint().id(), 1).stream()
                                .filter(expected)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
