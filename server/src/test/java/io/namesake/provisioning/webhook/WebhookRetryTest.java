package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.application.ApplicationVerified;
import io.namesake.provisioning.webhook.DeliveryHistory.AttemptAnswer;
import io.namesake.provisioning.webhook.DeliveryHistory.DeliveryAnswer;
import io.namesake.provisioning.webhook.DeliveryHistory.DeliveryStatus;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens when the receiver does not take what it is sent. */
class WebhookRetryTest extends WebhookTest {

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
        // The server is shared, and what other tests left undelivered is given up in these days as well.
        double before = meters.counter("namesake.webhook.given.up").count() - givenUp();
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
                assertThat(meters.counter("namesake.webhook.given.up").count()).isEqualTo(before + givenUp()));
    }

    private int givenUp() {
        return jdbc.sql("select count(*) from webhook_delivery where status = 'GIVEN_UP'")
                .query(Integer.class)
                .single();
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
}
