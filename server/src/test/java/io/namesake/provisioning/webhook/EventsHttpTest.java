package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The catalogue of events, what was told to be read again, and replays: over HTTP. */
class EventsHttpTest extends WebhookHttpTest {

    @Test
    void anyone_reads_the_schema_that_an_event_names() {
        happens(1);
        var event = get("/v1/events").at("/events/0");
        var address = event.get("dataschema").asString();

        var schema = http.anyone()
                .get()
                .uri(address.substring(address.indexOf("/schemas")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("application/schema+json")
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(schema.get("$id").asString()).isEqualTo(address);
        assertThat(schema.get("properties").propertyNames())
                .containsAll(event.get("data").propertyNames());
        http.anyone()
                .get()
                .uri("/schemas/events/io.namesake.line.exploded.v1.json")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void who_reads_from_cursor_to_cursor_gets_every_event_once_and_in_order() {
        var told = List.of(happens(1), happens(2), happens(3));

        var first = get("/v1/events?limit=2");
        var second = get("/v1/events?limit=2&after=" + first.get("next").asString());
        var end = get("/v1/events?after=" + second.get("next").asString());

        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(second.get("more").asBoolean()).isFalse();
        assertThat(end.get("events")).isEmpty();
        assertThat(end.get("next")).isEqualTo(second.get("next"));
        var read = new java.util.ArrayList<>(ids(first));
        read.addAll(ids(second));
        assertThat(read).containsExactlyElementsOf(told);
        assertThat(get("/v1/events?after=" + first.at("/events/0/sequence").asString() + "&limit=1")
                        .at("/events/0/id")
                        .asString())
                .as("an event's sequence is a cursor, too")
                .isEqualTo(told.get(1));
    }

    @Test
    void what_was_not_asked_for_is_not_read() {
        happens(1);

        assertThat(get("/v1/events?type=line.activated").get("events")).isEmpty();
        assertThat(get("/v1/events?type=line.activated&type=application.verified")
                        .get("events"))
                .hasSize(1);
    }

    @Test
    void a_cursor_that_nobody_gave_and_one_that_is_too_old_are_told_apart() {
        happens(1);
        happens(2);
        jdbc.sql("delete from operator_event where operator_id = :operator and number = 1")
                .param("operator", operator.value())
                .update();

        for (var wrong : List.of("after=abc", "after=-1", "after=3", "limit=0", "limit=501", "type=line.exploded")) {
            assertThat(problem(HttpMethod.GET, "/v1/events?" + wrong, null, 400))
                    .as(wrong)
                    .isEqualTo("request-invalid");
        }
        assertThat(problem(HttpMethod.GET, "/v1/events?after=0", null, 410)).isEqualTo("events-expired");
        assertThat(get("/v1/events").get("events")).hasSize(1);
    }

    @Test
    void an_operator_reads_its_own_events_alone_and_others_none() {
        happens(1);

        assertThat(ids(ask(http.operator(), HttpMethod.GET, "/v1/events?limit=500", null)
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody()))
                .doesNotContainAnyElementsOf(ids(get("/v1/events")));
        ask(http.anyone(), HttpMethod.GET, "/v1/events", null).expectStatus().isUnauthorized();
        ask(http.anyone(), HttpMethod.POST, "/v1/webhook/replays", Map.of("after", "0"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_replay_from_a_cursor_sends_what_came_after_it_under_the_same_ids() {
        var endpoint = created();
        happens(1);
        var second = happens(2);
        receiver.awaitRequests(2);
        awaitDelivered(endpoint);

        var replay = answer(HttpMethod.POST, "/v1/webhook/replays", Map.of("after", "1"), 202);

        assertThat(replay.get("deliveries").asInt()).isOne();
        assertThat(replay.get("more").asBoolean()).isFalse();
        assertThat(receiver.awaitRequests(3).getLast().id()).isEqualTo(second);
        assertThat(replay.get("next").asString()).isEqualTo(CloudEvent.sequence(2));
    }

    @Test
    void a_replay_wants_one_place_to_begin_at_and_an_endpoint_of_ones_own() {
        happens(1);

        for (var wrong : List.of(
                Map.of(), Map.of("after", "0", "since", "2026-11-23T17:40:00Z"), Map.of("after", "yesterday"))) {
            assertThat(problem(HttpMethod.POST, "/v1/webhook/replays", wrong, 400))
                    .isEqualTo("request-invalid");
        }
        assertThat(problem(
                        HttpMethod.POST,
                        "/v1/webhook/replays",
                        Map.of("after", "0", "endpointId", java.util.UUID.randomUUID()),
                        404))
                .isEqualTo("webhook-endpoint-unknown");
    }

    private void awaitDelivered(JsonNode endpoint) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> StreamSupport.stream(
                                get(at(endpoint) + "/deliveries")
                                        .get("deliveries")
                                        .spliterator(),
                                false)
                        .allMatch(delivery -> delivery.get("status").asString().equals("DELIVERED")));
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("events").spliterator(), false)
                .map(event -> event.get("id").asString())
                .toList();
    }
}
