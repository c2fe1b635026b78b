package io.namesake.provisioning.webhook;

import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.application.ApplicationVerified;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** An operator's engineer at work: everything over HTTP with the operator's own key. */
abstract class WebhookHttpTest extends WebhookTest {
    static final String ENDPOINTS = "/v1/webhook-endpoints";

    @Autowired
    TestHttp http;

    RestTestClient engineer;

    @BeforeEach
    void an_operator_with_a_key() {
        engineer = http.bearer(
                TestOperator.another(jdbc, operator.value(), operator.value().toString()));
    }

    /** An endpoint that answered its challenge, as it was answered. */
    JsonNode created() {
        var created = answer(HttpMethod.POST, ENDPOINTS, Map.of("url", receiver.url()), 201);
        Assertions.assertThat(created.get("verifiedAt").isNull()).isFalse();
        return created;
    }

    static String at(JsonNode endpoint) {
        return ENDPOINTS + "/" + endpoint.get("id").asString();
    }

    /** Something happened, and it is among what can be read. @return the event's id */
    String happens(long number) {
        var event = UUID.randomUUID();
        publish(new ApplicationVerified(event, operator, UUID.randomUUID(), AT));
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from operator_event where operator_id = :operator")
                                .param("operator", operator.value())
                                .query(Long.class)
                                .single()
                        == number);
        return "evt_" + event;
    }

    JsonNode get(String path) {
        return answer(HttpMethod.GET, path, null, 200);
    }

    /** The body of an answer that has this status. */
    JsonNode answer(HttpMethod method, String path, Object body, int status) {
        var found = ask(engineer, method, path, body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return found == null ? tools.jackson.databind.node.MissingNode.getInstance() : found;
    }

    /** The code of the problem that it is answered with. */
    String problem(HttpMethod method, String path, Object body, int status) {
        return answer(method, path, body, status).path("code").asString();
    }

    static RestTestClient.ResponseSpec ask(RestTestClient client, HttpMethod method, String path, Object body) {
        var request = client.method(method).uri(path);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }
}
