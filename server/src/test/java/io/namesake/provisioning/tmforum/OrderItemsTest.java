package io.namesake.provisioning.tmforum;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.application.TestApplicant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** TMF641: an order of several lines, each with a verification of its own, and what can be changed of it. */
@NamesakeTest
class OrderItemsTest extends TmForumTest {
    private static final String CANCEL = CancelServiceOrderController.PATH;

    @Autowired
    OrderWatch watch;

    @Test
    void each_line_of_an_order_has_its_own_person_and_the_order_is_partial_when_one_of_them_was_refused() {
        var order = several(2);
        assertThat(links(order)).doesNotHaveDuplicates().hasSize(2);
        assertThat(states(order)).containsExactly("held", "held", "held");

        decided(order, 0, "VERIFIED", "");
        assertThat(states(order)).containsExactly("held", "completed", "held");
        assertThat(found("completed", order)).isFalse();
        decided(order, 1, "REFUSED", "FACE_DOES_NOT_MATCH");

        assertThat(states(order)).containsExactly("partial", "completed", "failed");
        var partial = get(path(order));
        assertThat(partial.at("/errorMessage/0/code").asString()).isEqualTo("application-refused");
        assertThat(partial.at("/errorMessage/0/serviceOrderItem/0/itemId").asString())
                .isEqualTo("item-1");
        assertThat(partial.at("/serviceOrderItem/1/errorMessage/0/message").asString())
                .isEqualTo("FACE_DOES_NOT_MATCH");
        assertThat(partial.has("completionDate")).isFalse();
    }

    @Test
    void all_lines_of_an_order_are_taken_or_none() {
        var line = TestApplicant.newLine();
        assertThat(error(post(ORDERS, orderOf(List.of(item("a", line), item("b", line)))), 400))
                .isEqualTo("request-invalid");
        assertThat(error(post(ORDERS, orderOf(List.of(item("a", line), item("a", TestApplicant.newLine())))), 400))
                .isEqualTo("request-invalid");
        assertThat(error(post(ORDERS, orderOf(List.of(item("a", line), item("b", "12")))), 422))
                .isEqualTo("line-invalid");

        assertThat(jdbc.sql("select count(*) from application where line = :line")
                        .param("line", line)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void one_line_is_cancelled_while_the_other_goes_on() {
        var order = several(2);

        patch(order, Map.of("serviceOrderItem", List.of(Map.of("id", "item-0", "state", "cancelled"))))
                .expectStatus()
                .isOk();

        assertThat(states(order)).containsExactly("held", "cancelled", "held");
        assertThat(error(patch(order, itemCancelled("item-0")), 409)).isEqualTo("service-order-closed");
        assertThat(error(patch(order, itemCancelled("other")), 400)).isEqualTo("request-invalid");
        decided(order, 1, "VERIFIED", "");
        assertThat(states(order)).containsExactly("partial", "cancelled", "completed");
    }

    @Test
    void an_order_is_cancelled_as_a_whole_or_not_at_all() {
        var order = several(2);
        decided(order, 0, "VERIFIED", "");

        assertThat(error(post(CANCEL, Map.of("serviceOrder", Map.of("id", id(order)))), 409))
                .isEqualTo("service-order-closed");
        assertThat(states(order)).containsExactly("held", "completed", "held");

        var other = several(2);
        patch(other, Map.of("state", "cancelled")).expectStatus().isOk();
        assertThat(states(other)).containsExactly("cancelled", "cancelled", "cancelled");
        var cancelled = StreamSupport.stream(get(CANCEL + "?limit=200").spliterator(), false)
                .filter(one -> one.at("/serviceOrder/id").asString().equals(id(other)))
                .toList();
        assertThat(cancelled).hasSize(1);
        assertThat(cancelled.getFirst().get("state").asString()).isEqualTo("done");
    }

    @Test
    void an_orders_own_words_are_changed_and_taken_away_and_notes_are_not_kept() {
        var order = several(1);

        var changed = patch(
                        order,
                        "{\"externalId\": \"mine-2\", \"description\": \"For the shop\", \"note\": [{\"text\": \"Erika\"}]}")
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(changed.get("externalId").asString()).isEqualTo("mine-2");
        assertThat(changed.toString()).contains("For the shop").doesNotContain("Erika");
        patch(order, "{\"description\": null}").expectStatus().isOk();
        assertThat(get(path(order)).has("description")).isFalse();
        assertThat(get(path(order)).get("externalId").asString()).isEqualTo("mine-2");
        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", id(order))
                        .query(String.class)
                        .list())
                .containsExactly("service-order.placed", "service-order.changed", "service-order.changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|400",
                "{\"state\": \"completed\"}|400",
                "{\"state\": null}|400",
                "{\"orderDate\": \"2026-01-01\"}|400",
                "{\"id\": \"1\"}|400",
                "{\"externalId\": 5}|400",
                "{\"externalId\": \"\\u0007\"}|400",
                "{\"serviceOrderItem\": []}|400",
                "{\"serviceOrderItem\": [7]}|400",
                "{\"serviceOrderItem\": [{\"id\": \"item-0\", \"action\": \"delete\"}]}|400",
                "{\"serviceOrderItem\": {\"id\": \"item-0\"}}|400"
            })
    void what_cannot_be_changed_of_an_order_is_refused_and_changes_nothing(String body, int status) {
        var order = several(1);
        var before = get(path(order));

        assertThat(error(patch(order, body), status)).isEqualTo("request-invalid");

        assertThat(get(path(order))).isEqualTo(before);
        assertThat(error(
                        http.operator()
                                .patch()
                                .uri(ORDERS + "/" + UUID.randomUUID())
                                .contentType(MediaType.APPLICATION_JSON)
                                .body("{}")
                                .exchange(),
                        404))
                .isEqualTo("service-order-unknown");
    }

    @Test
    void orders_are_found_by_where_they_stand() {
        var order = several(1);
        assertThat(found("held", order)).isTrue();
        decided(order, 0, "VERIFIED", "");
        assertThat(found("held", order))
                .as("found by where it was seen, and told by where it stands")
                .isFalse();
        watch.look(UUID.fromString(id(order)));
        assertThat(found("completed", order)).isTrue();
        assertThat(found("rejected", order)).isFalse();
    }

    private boolean found(String state, JsonNode order) {
        var external = order.get("externalId").asString();
        return !get(ORDERS + "?state=" + state + "&externalId=" + external).isEmpty();
    }

    private JsonNode several(int lines) {
        var items = IntStream.range(0, lines)
                .mapToObj(number -> item("item-" + number, TestApplicant.newLine()))
                .toList();
        return post(ORDERS, orderOf(items))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private static Map<String, Object> orderOf(List<?> items) {
        return Map.of("externalId", "several-" + UUID.randomUUID(), "serviceOrderItem", items);
    }

    private static Map<String, Object> item(String id, String line) {
        return Map.of(
                "id",
                id,
                "action",
                "add",
                "service",
                Map.of("serviceType", "mobile", "serviceCharacteristic", List.of(named("line", line))));
    }

    private static Map<String, Object> itemCancelled(String id) {
        return Map.of("serviceOrderItem", List.of(Map.of("id", id, "state", "cancelled")));
    }

    /** How people are verified is not this test's matter. */
    private void decided(JsonNode order, int item, String outcome, String reasons) {
        jdbc.sql("""
                        update application set state = :outcome, outcome = :outcome, reasons = :reasons, decided_at = now()
                        where id = :id::uuid
                        """)
                .param("outcome", outcome)
                .param("reasons", reasons)
                .param("id", characteristic(order, item, "applicationId"))
                .update();
    }

    /** Of the order, and of its items. */
    private List<String> states(JsonNode order) {
        var now = get(path(order));
        var states = new ArrayList<>(List.of(now.get("state").asString()));
        now.get("serviceOrderItem").forEach(item -> states.add(item.get("state").asString()));
        return states;
    }

    private static List<String> links(JsonNode order) {
        return IntStream.range(0, order.get("serviceOrderItem").size())
                .mapToObj(item -> characteristic(order, item, "verificationLink"))
                .toList();
    }

    private static String characteristic(JsonNode order, int item, String name) {
        return StreamSupport.stream(
                        order.at("/serviceOrderItem/" + item + "/service/serviceCharacteristic")
                                .spliterator(),
                        false)
                .filter(one -> one.get("name").asString().equals(name))
                .map(one -> one.get("value").asString())
                .findFirst()
                .orElseThrow();
    }

    private ResponseSpec patch(JsonNode order, Object body) {
        return http.operator()
                .patch()
                .uri(path(order))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static String path(JsonNode order) {
        return order.get("href").asString();
    }

    private static String id(JsonNode order) {
        return order.get("id").asString();
    }
}
