package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What could not be delivered: looked at, delivered anew, dropped, over HTTP. */
class DeadLettersHttpTest extends WebhookHttpTest {

    @Test
    void a_dead_letter_is_shown_with_why_and_without_its_data() {
        var endpoint = created();
        var event = die(endpoint, 1);

        var letter = get(at(endpoint) + "/dead-letters").at("/deadLetters/0");

        assertThat(letter.get("eventId").asString()).isEqualTo(event);
        assertThat(letter.get("lastHttpStatus").asInt()).isEqualTo(500);
        assertThat(letter.get("lastAttemptAt").isNull()).isFalse();
        assertThat(letter.has("data")).isFalse();
        assertThat(get(at(endpoint) + "/dead-letters/" + event)).isEqualTo(letter);
    }

    @Test
    void pages_of_dead_letters_follow_each_other() {
        var endpoint = created();
        var died = List.of(die(endpoint, 1), die(endpoint, 2), die(endpoint, 3));

        var first = get(at(endpoint) + "/dead-letters?limit=2");
        var second = get(at(endpoint) + "/dead-letters?limit=2&after=" + died.get(1));

        assertThat(ids(first)).containsExactly(died.get(0), died.get(1));
        assertThat(ids(second)).containsExactly(died.get(2));
        assertThat(problem(HttpMethod.GET, at(endpoint) + "/dead-letters?limit=201", null, 400))
                .isEqualTo("request-invalid");
    }

    @Test
    void one_of_them_or_all_are_delivered_anew_under_the_ids_they_had() {
        var endpoint = created();
        var died = List.of(die(endpoint, 1), die(endpoint, 2), die(endpoint, 3));
        receiver.answersWith(204);
        int before = receiver.requests().size();

        var one = answer(HttpMethod.POST, at(endpoint) + "/dead-letters/" + died.get(1) + "/redelivery", null, 202);
        receiver.awaitRequests(before + 1);
        assertThat(ids(get(at(endpoint) + "/dead-letters"))).containsExactly(died.get(0), died.get(2));
        var rest = answer(HttpMethod.POST, at(endpoint) + "/dead-letters/redelivery", null, 202);

        assertThat(one.get("deliveries").asInt()).isOne();
        assertThat(rest.get("deliveries").asInt()).isEqualTo(2);
        assertThat(receiver.awaitRequests(before + 3).subList(before, before + 3))
                .extracting(TestReceiver.Request::id)
                .containsExactlyInAnyOrderElementsOf(died);
        assertThat(get(at(endpoint) + "/dead-letters").get("deadLetters")).isEmpty();
    }

    @Test
    void what_is_dropped_is_not_delivered_and_can_still_be_read() {
        var endpoint = created();
        var event = die(endpoint, 1);

        answer(HttpMethod.DELETE, at(endpoint) + "/dead-letters/" + event, null, 204);

        assertThat(problem(HttpMethod.DELETE, at(endpoint) + "/dead-letters/" + event, null, 404))
                .isEqualTo("dead-letter-unknown");
        assertThat(problem(HttpMethod.GET, at(endpoint) + "/dead-letters/" + event, null, 404))
                .isEqualTo("dead-letter-unknown");
        assertThat(get("/v1/events").at("/events/0/id").asString()).isEqualTo(event);
    }

    @Test
    void an_endpoint_that_is_switched_off_has_nothing_delivered_anew() {
        var endpoint = created();
        var event = die(endpoint, 1);
        jdbc.sql("update webhook_endpoint set disabled_at = now() where id = :id::uuid")
                .param("id", endpoint.get("id").asString())
                .update();

        assertThat(problem(HttpMethod.POST, at(endpoint) + "/dead-letters/" + event + "/redelivery", null, 409))
                .isEqualTo("webhook-endpoint-not-verified");
        assertThat(problem(HttpMethod.POST, at(endpoint) + "/dead-letters/redelivery", null, 409))
                .isEqualTo("webhook-endpoint-not-verified");
    }

    @Test
    void another_operator_finds_no_dead_letters_there() {
        var endpoint = created();
        var event = die(endpoint, 1);

        for (var path : List.of("/dead-letters", "/dead-letters/" + event)) {
            ask(http.operator(), HttpMethod.GET, at(endpoint) + path, null)
                    .expectStatus()
                    .isNotFound();
            ask(http.operator(), HttpMethod.POST, at(endpoint) + path + "/redelivery", null)
                    .expectStatus()
                    .isNotFound();
        }
        ask(http.operator(), HttpMethod.DELETE, at(endpoint) + "/dead-letters/" + event, null)
                .expectStatus()
                .isNotFound();
        assertThat(problem(HttpMethod.GET, at(endpoint) + "/dead-letters/evt_" + UUID.randomUUID(), null, 404))
                .isEqualTo("dead-letter-unknown");
    }

    /** An event that was answered with 500, as if for the last time. @return its id */
    private String die(JsonNode endpoint, long number) {
        receiver.answersWith(500);
        var event = happens(number);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                                update webhook_delivery set status = 'GIVEN_UP', next_attempt_at = null
                                where endpoint_id = :endpoint::uuid and event_id = :event and status = 'PENDING'
                                    and failures > 0 and lease is null
                                """)
                                .param("endpoint", endpoint.get("id").asString())
                                .param("event", event)
                                .update()
                        == 1);
        return event;
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("deadLetters").spliterator(), false)
                .map(letter -> letter.get("eventId").asString())
                .toList();
    }
}
