package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.application.TestApplicant;
import io.namesake.provisioning.tmforum.TmForumTest;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Limit;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** TM Forum's hubs: who listens is verified, told, and found among the webhook endpoints. */
@NamesakeTest
class ListenersHttpTest extends TmForumTest {
    private static final String HUB = "/v1/tmf-api/serviceOrdering/v4/hub";
    private static final String SERVICES = "/v1/tmf-api/serviceInventory/v5/hub";
    private static final String PRODUCTS = "/v1/tmf-api/productInventory/v5/hub";

    private final TestReceiver receiver = new TestReceiver();
    private final List<String> made = new ArrayList<>();

    @Autowired
    Lines lines;

    @Autowired
    LineControl control;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void nobody_listens_any_more() {
        made.forEach(path -> http.operator().delete().uri(path).exchange());
        receiver.close();
    }

    @Test
    void who_listens_to_orders_is_told_that_one_was_made_changed_and_cancelled_and_never_gets_a_link() {
        var hub = listens(HUB, null);
        assertThat(receiver.challenges()).hasSize(1);
        var order = ordered(TestApplicant.newLine());
        awaitTold(order, "ServiceOrderCreateEvent", "acknowledged");
        awaitTold(order, "ServiceOrderStateChangeEvent", "held");

        http.operator()
                .patch()
                .uri(order.get("href").asString())
                .body(Map.of("description", "Another", "state", "cancelled"))
                .exchange()
                .expectStatus()
                .isOk();

        awaitTold(order, "ServiceOrderAttributeValueChangeEvent", "cancelled");
        awaitTold(order, "ServiceOrderStateChangeEvent", "cancelled");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> told().stream()
                        .anyMatch(one -> one.at("/event/cancelServiceOrder/serviceOrder/id")
                                .equals(order.get("id"))));
        assertThat(receiver.requests().toString())
                .contains("application/json")
                .doesNotContain("verificationLink", "Erika");
        var endpoint = get("/v1/webhook-endpoints/" + hub);
        assertThat(endpoint.get("form").asString()).isEqualTo("TMF641");
        assertThat(endpoint.get("eventTypes")).isEmpty();
    }

    @Test
    void who_listens_to_lines_is_told_how_they_stand() {
        listens(SERVICES, null);
        listens(PRODUCTS, "eventType=ProductStateChangeEvent");
        var operator = new OperatorId(operator());
        var identifier = LineIdentifier.parse(Service.MOBILE, TestApplicant.newLine());
        var asked = UUID.randomUUID();
        var line = transaction.execute(_ -> {
            lines.reserve(operator, identifier, asked);
            return lines.activate(
                    operator,
                    identifier,
                    asked,
                    new HolderDetails("Wang", "Fang", UUID.randomUUID().toString(), LocalDate.of(1980, 1, 2)));
        });
        awaitLine("ServiceStateChangeEvent", "/event/service", line.id());
        awaitLine("ServiceOperatingStatusChangeEvent", "/event/service", line.id());
        awaitLine("ProductStateChangeEvent", "/event/product", line.id());

        transaction.executeWithoutResult(_ -> control.limit(line.id(), UUID.randomUUID(), Set.of(Limit.OUTGOING)));

        awaitLine("ServiceAttributeValueChangeEvent", "/event/service", line.id());
        assertThat(told().stream().map(one -> one.get("eventType").asString()))
                .doesNotContain("ProductAttributeValueChangeEvent");
        assertThat(receiver.requests().toString()).doesNotContain("Wang", "Fang");
    }

    @Test
    void a_callback_that_does_not_answer_is_none_unless_another_of_the_same_host_and_port_did() {
        receiver.echoes(_ -> "");
        assertThat(error(post(HUB, Map.of("callback", receiver.url())), 409))
                .isEqualTo("webhook-endpoint-not-verified");
        assertThat(get("/v1/webhook-endpoints").toString()).doesNotContain(receiver.url());
        receiver.echoes("{\"challenge\": \"%s\"}"::formatted);
        listens(HUB, null);
        receiver.echoes(_ -> "");

        listens(SERVICES, null);

        assertThat(receiver.challenges()).hasSize(2);
    }

    @Test
    void who_unsubscribes_is_told_nothing_more_and_only_at_the_hub_where_it_subscribed() {
        var hub = listens(HUB, null);

        assertThat(error(http.operator().delete().uri(SERVICES + "/" + hub).exchange(), 404))
                .isEqualTo("webhook-endpoint-unknown");
        http.operator().delete().uri(HUB + "/" + hub).exchange().expectStatus().isNoContent();
        http.operator()
                .get()
                .uri("/v1/webhook-endpoints/" + hub)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void what_a_listener_did_not_take_is_its_dead_letter_and_it_is_told_no_cloud_events() {
        var hub = listens(HUB, "eventType=ServiceOrderCreateEvent");
        receiver.answersWith(410);
        var order = ordered(TestApplicant.newLine());

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !get("/v1/webhook-endpoints/" + hub + "/dead-letters")
                        .get("deadLetters")
                        .isEmpty());

        var letter = get("/v1/webhook-endpoints/" + hub + "/dead-letters").at("/deadLetters/0");
        assertThat(letter.get("type").asString()).isEqualTo("ServiceOrderCreateEvent");
        assertThat(letter.get("subject")).isEqualTo(order.get("id"));
        http.operator()
                .patch()
                .uri("/v1/webhook-endpoints/" + hub)
                .body(Map.of("eventTypes", List.of("line.activated")))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"state=held", "eventType=", "eventType=ServiceStateChangeEvent", "eventType=,", "fields=id"})
    void a_query_that_would_not_be_kept_is_refused(String query) {
        assertThat(error(post(HUB, Map.of("callback", receiver.url(), "query", query)), 400))
                .isEqualTo("request-invalid");
    }

    @ParameterizedTest
    @CsvSource({"ftp://example.com/, 422", "http://10.0.0.1/, 422", "not a url, 422"})
    void a_callback_that_is_not_called_is_refused(String callback, int status) {
        assertThat(error(post(HUB, Map.of("callback", callback)), status)).isEqualTo("webhook-endpoint-invalid");
    }

    private String listens(String hub, String query) {
        var wanted =
                query == null ? Map.of("callback", receiver.url()) : Map.of("callback", receiver.url(), "query", query);
        var body = post(hub, wanted)
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(body.get("callback").asString()).isEqualTo(receiver.url());
        var id = body.get("id").asString();
        made.add(hub + "/" + id);
        return id;
    }

    private List<JsonNode> told() {
        return receiver.requests().stream()
                .map(request -> JsonMapper.shared().readTree(request.body()))
                .toList();
    }

    private void awaitTold(JsonNode order, String type, String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> told().stream()
                        .anyMatch(one -> one.get("eventType").asString().equals(type)
                                && one.at("/event/serviceOrder/id").equals(order.get("id"))
                                && one.at("/event/serviceOrder/state")
                                        .asString("")
                                        .equals(state)));
    }

    private void awaitLine(String type, String resource, UUID line) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> told().stream()
                        .anyMatch(one -> one.get("eventType").asString().equals(type)
                                && one.at(resource + "/id").asString("").equals(line.toString())));
    }
}
