package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.application.ApplicationRefused;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.ReviewRequested;
import io.namesake.decision.Reason;
import io.namesake.provisioning.webhook.DeliveryHistory.AttemptAnswer;
import io.namesake.provisioning.webhook.DeliveryHistory.DeliveryAnswer;
import io.namesake.provisioning.webhook.DeliveryHistory.DeliveryStatus;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** From a decision to the receiver, through the event registry, the database, the worker and HTTP. */
@NamesakeTest
class WebhookDeliveryTest {
    private static final Instant AT = Instant.parse("2026-11-23T17:40:00.123456Z");

    private final TestReceiver receiver = new TestReceiver();
    private final OperatorId operator = new OperatorId(UUID.randomUUID());
    private final UUID application = UUID.randomUUID();

    @Autowired
    WebhookEndpoints endpoints;

    @Autowired
    DeliveryHistory history;

    @Autowired
    DeliveryWorker worker;

    @Autowired
    Lines lines;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MovableClock clock;

    @AfterEach
    void close() {
        endpoints.of(operator).forEach(endpoint -> endpoints.delete(operator, endpoint.id()));
        receiver.close();
    }

    @Test
    void an_activated_line_is_told_with_a_signature_and_without_anything_personal() {
        var endpoint = endpoint();
        var line = LineIdentifier.parse(Service.MOBILE, "+8613800138000");

        transaction.executeWithoutResult(status -> {
            lines.reserve(operator, line, application);
            lines.activate(
                    operator,
                    line,
                    application,
                    new HolderDetails("Zhang", "Sanfeng", "11010519491231002X", LocalDate.of(1949, 12, 31)));
        });

        var request = receiver.awaitRequests(1).getFirst();
        assertThat(request.isSignedWith(endpoint.secret().serialised())).isTrue();
        assertThat(request.id()).matches("evt_[0-9a-f-]{36}");
        var body = json.readTree(request.body());
        assertThat(body.propertyNames()).containsExactly("type", "timestamp", "data");
        assertThat(body.get("type").asString()).isEqualTo("line.activated");
        assertThat(body.get("data").propertyNames())
                .containsExactly("line", "service", "status", "since", "applicationId");
        assertThat(body.get("data").get("line").asString()).isEqualTo("+8613800138000");
        assertThat(body.get("data").get("status").asString()).isEqualTo("ACTIVE");
        assertThat(body.get("data").get("applicationId").asString()).isEqualTo(application.toString());
        assertThat(body.get("timestamp")).isEqualTo(body.get("data").get("since"));
        assertThat(request.body()).doesNotContain("Zhang", "Sanfeng", "1949", "11010519");
    }

    @Test
    void each_decision_is_told_with_its_outcome_and_reasons() {
        endpoint();

        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));
        assertThat(receiver.awaitRequests(1).getLast().body()).isEqualTo(body("application.verified", "VERIFIED", ""));

        publish(new ApplicationRefused(
                UUID.randomUUID(),
                operator,
                application,
                List.of(Reason.FACE_DOES_NOT_MATCH, Reason.DOCUMENT_EXPIRED),
                AT));
        assertThat(receiver.awaitRequests(2).getLast().body())
                .isEqualTo(body("application.refused", "REFUSED", "\"FACE_DOES_NOT_MATCH\",\"DOCUMENT_EXPIRED\""));

        publish(new ReviewRequested(
                UUID.randomUUID(), operator, application, List.of(Reason.ATTENDED_CHECK_REQUESTED), AT));
        assertThat(receiver.awaitRequests(3).getLast().body())
                .isEqualTo(body("application.review-requested", "REVIEW", "\"ATTENDED_CHECK_REQUESTED\""));
    }

    @Test
    void the_same_event_heard_twice_is_told_once() {
        endpoint();
        var event = new ApplicationVerified(UUID.randomUUID(), operator, application, AT);

        publish(event);
        publish(event);
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));

        receiver.awaitRequests(2);
        assertThat(jdbc.sql(
                                "select count(*) from webhook_delivery join webhook_endpoint on webhook_endpoint.id = endpoint_id"
                                        + " where operator_id = :operator")
                        .param("operator", operator.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(receiver.requests()).extracting(TestReceiver.Request::id).doesNotHaveDuplicates();
    }

    @Test
    void a_failed_delivery_is_tried_again_later_with_the_same_id_and_body_and_a_new_time() {
        var endpoint = endpoint();
        receiver.answersWith(500);
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));
        var failed = awaitDelivery(endpoint, delivery -> delivery.attempts().size() == 1);
        assertThat(failed.status()).isEqualTo(DeliveryStatus.PENDING);
        assertThat(Duration.between(clock.instant(), failed.nextAttemptAt()))
                .isBetween(Duration.ZERO, Duration.ofSeconds(6));

        receiver.answersWith(200);
        pass(Duration.ofSeconds(7));
        var delivered = awaitDelivery(endpoint, delivery -> delivery.status() == DeliveryStatus.DELIVERED);

        assertThat(delivered.attempts()).extracting(AttemptAnswer::httpStatus).containsExactly(500, 200);
        assertThat(delivered.attempts()).extracting(AttemptAnswer::error).containsOnlyNulls();
        assertThat(delivered.nextAttemptAt()).isNull();
        var first = receiver.requests().getFirst();
        var second = receiver.requests().getLast();
        assertThat(delivered.eventId()).isEqualTo(first.id()).isEqualTo(second.id());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Long.parseLong(second.timestamp())).isGreaterThan(Long.parseLong(first.timestamp()));
        assertThat(second.isSignedWith(endpoint.secret().serialised())).isTrue();
    }

    @Test
    void after_the_last_attempt_of_the_schedule_a_delivery_is_given_up() {
        var endpoint = endpoint();
        receiver.answersWith(503);
        var before = meters.counter("namesake.webhook.given.up").count();
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));

        for (int attempts = 1; attempts <= 10; attempts++) {
            int made = attempts;
            awaitDelivery(endpoint, delivery -> delivery.attempts().size() == made);
            pass(Duration.ofHours(29)); // the longest wait of the schedule, and the longest jitter
        }

        var givenUp = awaitDelivery(endpoint, delivery -> delivery.status() == DeliveryStatus.GIVEN_UP);
        assertThat(givenUp.attempts()).hasSize(11);
        assertThat(givenUp.nextAttemptAt()).isNull();
        assertThat(receiver.requests()).extracting(TestReceiver.Request::id).containsOnly(givenUp.eventId());
        await().untilAsserted(() ->
                assertThat(meters.counter("namesake.webhook.given.up").count()).isEqualTo(before + 1));
    }

    @Test
    void an_endpoint_that_is_gone_is_told_nothing_more() {
        var endpoint = endpoint();
        receiver.answersWith(500);
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));
        awaitDelivery(endpoint, delivery -> delivery.attempts().size() == 1);
        receiver.answersWith(410);
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));

        await().untilAsserted(
                        () -> assertThat(history.latest(endpoint.endpoint().id(), 10))
                                .hasSize(2)
                                .extracting(DeliveryAnswer::status)
                                .containsOnly(DeliveryStatus.GIVEN_UP));
        publish(new ApplicationVerified(UUID.randomUUID(), operator, UUID.randomUUID(), AT));

        assertThat(endpoints.of(operator).getFirst().disabledAt()).isPresent();
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where type = 'webhook-endpoint.disabled' and subject_id = :id")
                        .param("id", endpoint.endpoint().id().toString())
                        .query(Integer.class)
                        .single())
                .isOne();
        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(receiver.requests()).hasSize(2));
    }

    @Test
    void a_receiver_that_asks_for_time_gets_it() {
        var endpoint = endpoint();
        receiver.answersWith(429, "Retry-After", "3600");
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));

        var delivery = awaitDelivery(endpoint, one -> one.attempts().size() == 1);

        assertThat(Duration.between(clock.instant(), delivery.nextAttemptAt()))
                .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void an_endpoint_whose_secret_cannot_be_opened_is_not_sent_anything_unsigned() {
        var endpoint = endpoint();
        jdbc.sql("update webhook_endpoint set sealed_secret = 'x' where id = :id")
                .param("id", endpoint.endpoint().id())
                .update();
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));

        var delivery = awaitDelivery(endpoint, one -> one.attempts().size() == 1);

        assertThat(delivery.attempts()).extracting(AttemptAnswer::error).containsExactly("not-sent");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void attempts_are_counted_by_their_outcome() {
        var timer = meters.timer("namesake.webhook.attempts", "outcome", "delivered");
        var before = timer.count();
        endpoint();
        publish(new ApplicationVerified(UUID.randomUUID(), operator, application, AT));

        await().untilAsserted(() -> assertThat(timer.count()).isGreaterThan(before));
    }

    private WebhookEndpoints.Created endpoint() {
        Set<EventType> everything = EnumSet.allOf(EventType.class);
        return endpoints.create(operator, EndpointUrl.parse(receiver.url()), Optional.empty(), everything);
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private void pass(Duration time) {
        clock.advance(time);
        worker.wake();
    }

    private DeliveryAnswer awaitDelivery(
            WebhookEndpoints.Created endpoint, java.util.function.Predicate<DeliveryAnswer> expected) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> history.latest(endpoint.endpoint().id(), 1).stream()
                                .filter(expected)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String body(String type, String outcome, String reasons) {
        return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":{\"applicationId\":\"%s\",\"outcome\":\"%s\",\"reasons\":[%s],\"decidedAt\":\"%s\"}}"
                .formatted(type, AT, application, outcome, reasons, AT);
    }
}
