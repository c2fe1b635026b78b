package io.namesake.provisioning.tmforum;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.TestHttp;
import io.namesake.application.TestApplicant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** An operator's order system at work. */
public abstract class TmForumTest {
    protected static final String ORDERS = ServiceOrderController.PATH;

    @Autowired
    protected TestHttp http;

    @Autowired
    protected JdbcClient jdbc;

    /** An order for a mobile line, as it was acknowledged. */
    protected JsonNode ordered(String line) {
        return post(
                        ORDERS,
                        order(
                                "add",
                                Map.of("serviceType", "mobile", "serviceCharacteristic", List.of(named("line", line)))))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    protected static Map<String, Object> order(String action, Object service) {
        return Map.of(
                "externalId",
                "order-4711",
                "@type",
                "ServiceOrder",
                "note",
                List.of(Map.of("text", "For Erika Muster")),
                "serviceOrderItem",
                List.of(Map.of("id", "1", "action", action, "service", service, "@type", "ServiceOrderItem")));
    }

    protected static Map<String, Object> named(String name, Object value) {
        return Map.of("name", name, "value", value);
    }

    protected static String characteristic(JsonNode order, String name) {
        return StreamSupport.stream(
                        order.at("/serviceOrderItem/0/service/serviceCharacteristic")
                                .spliterator(),
                        false)
                .filter(one -> one.get("name").asString().equals(name))
                .map(one -> one.get("value").asString())
                .findFirst()
                .orElse(null);
    }

    /** Whoever was given the order's link opens it. */
    protected TestApplicant applicant(JsonNode order) {
        return TestApplicant.withLink(
                http,
                characteristic(order, "applicationId"),
                characteristic(order, "line"),
                characteristic(order, "verificationLink"));
    }

    protected RestTestClient.ResponseSpec post(String path, Object body) {
        return http.operator()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    protected JsonNode get(String path) {
        return http.operator()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    protected JsonNode now(JsonNode order) {
        var found = get(order.get("href").asString());
        assertThat(found.at("/serviceOrderItem/0/state")).isEqualTo(found.get("state"));
        return found;
    }

    protected String state(JsonNode order) {
        return now(order).get("state").asString();
    }

    /** The error in TMF630's form. @return its code */
    protected static String error(RestTestClient.ResponseSpec response, int status) {
        var body = response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(body.get("status").asString()).isEqualTo(String.valueOf(status));
        assertThat(body.get("reason").asString()).isNotBlank();
        assertThat(body.get("@type").asString()).isEqualTo("Error");
        assertThat(body.get("referenceError").asString())
                .isEqualTo("/problems/" + body.get("code").asString());
        return body.get("code").asString();
    }

    protected UUID operator() {
        return jdbc.sql("select id from operator where name = 'Test Telecom'")
                .query(UUID.class)
                .single();
    }
}
