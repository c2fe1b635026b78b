package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.OperatorId;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@NamesakeTest
class WebhookEndpointsApiTest {
    private static final String PATH = "/v1/webhook-endpoints";

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebhookEndpoints endpoints;

    @Test
    void a_new_endpoint_is_answered_with_its_secret_which_is_never_shown_again() {
        var created = create("""
                {"url": "https://switch.example.net/a", "description": "The switch", "eventTypes": ["line.activated"]}
                """)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", ".*" + PATH + "/[0-9a-f-]{36}")
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();

        assertThat(created.get("url")).isEqualTo("https://switch.example.net/a");
        assertThat(created.get("description")).isEqualTo("The switch");
        assertThat(created.get("eventTypes")).isEqualTo(List.of("line.activated"));
        assertThat(created.get("createdAt")).isNotNull();
        var secret = (String) created.get("secret");
        assertThat(secret).startsWith("whsec_");
        var listed =
                body(http.operator().get().uri(PATH).exchange().expectStatus().isOk());
        assertThat(listed).contains(created.get("id").toString(), "The switch").doesNotContain("whsec_", "secret");
        delete(created.get("id")).expectStatus().isNoContent();

        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", created.get("id"))
                        .query(String.class)
                        .list())
                .containsExactly("webhook-endpoint.created", "webhook-endpoint.deleted");
    }

    @Test
    void a_secret_does_not_lie_readable_in_the_database() {
        var created = create("{\"url\": \"https://switch.example.net/b\"}")
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        var key = Base64.getDecoder().decode(((String) created.get("secret")).substring("whsec_".length()));
        var id = UUID.fromString((String) created.get("id"));

        var sealed = jdbc.sql("select sealed_secret from webhook_endpoint where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(endpoints.secret(id, sealed).bytes()).isEqualTo(key);
        delete(id).expectStatus().isNoContent();
    }

    @Test
    void an_endpoint_that_names_no_types_is_told_everything() {
        for (var types : List.of("", ", \"eventTypes\": []", ", \"eventTypes\": null")) {
            var created = create("{\"url\": \"https://switch.example.net/c\"" + types + "}")
                    .expectStatus()
                    .isCreated()
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(created.get("eventTypes"))
                    .isEqualTo(List.of(
                            "application.verified",
                            "application.refused",
                            "application.review-requested",
                            "line.activated",
                            "line.limited",
                            "line.deactivated",
                            "line.transferred",
                            "line.sim-changed",
                            "line.holder-deceased",
                            "line.death-cleared",
                            "line.disputed"));
            delete(created.get("id")).expectStatus().isNoContent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\": \"file:///etc/passwd\"}",
                "{\"url\": \"https://user:password@switch.example.net\"}",
                "{\"url\": \"https://switch.example.net\", \"eventTypes\": [\"line.exploded\"]}",
                "{\"url\": \"https://switch.example.net\", \"eventTypes\": [null]}"
            })
    void what_cannot_be_an_endpoint_is_refused_with_what_is_wrong(String body) {
        create(body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("webhook-endpoint-invalid")
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"url\": null}",
                "{\"url\": \"https://switch.example.net\", \"unknown\": 1}",
                "{\"url\": \"https://switch.example.net\", \"eventTypes\": \"line.activated\"}",
                "{\"url\": \"https://switch.example.net\", \"description\": \"\\u0000\"}"
            })
    void a_body_that_is_not_what_was_asked_for_is_refused(String body) {
        create(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("request-invalid");
    }

    @Test
    void a_description_has_at_most_200_characters() {
        create("{\"url\": \"https://switch.example.net\", \"description\": \"" + "x".repeat(201) + "\"}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void an_operator_neither_sees_nor_deletes_what_is_anothers() {
        var other = new OperatorId(UUID.randomUUID());
        var id = endpoints
                .create(
                        other,
                        EndpointUrl.parse("https://other.example/"),
                        Optional.empty(),
                        EnumSet.allOf(EventType.class))
                .endpoint()
                .id();

        assertThat(body(http.operator().get().uri(PATH).exchange())).doesNotContain(id.toString());
        delete(id).expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("webhook-endpoint-unknown");
        deliveries(id).expectStatus().isNotFound();
        assertThat(endpoints.of(other)).hasSize(1);
    }

    @Test
    void an_operator_has_at_most_twenty_endpoints() {
        var other = new OperatorId(UUID.randomUUID());
        var url = EndpointUrl.parse("https://other.example/");
        for (int i = 0; i < 20; i++) {
            endpoints.create(other, url, Optional.empty(), EnumSet.allOf(EventType.class));
        }

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> endpoints.create(other, url, Optional.empty(), EnumSet.allOf(EventType.class)))
                .isInstanceOf(io.namesake.problem.Problem.class);
        assertThat(endpoints.of(other)).hasSize(20);
    }

    @Test
    void an_endpoint_that_is_not_there_is_unknown() {
        delete(UUID.randomUUID()).expectStatus().isNotFound();
        delete("not-an-id").expectStatus().isBadRequest();
        deliveries(UUID.randomUUID()).expectStatus().isNotFound();
    }

    @Test
    void nobody_but_an_operator_may_do_any_of_this() {
        var anyone = http.anyone();
        anyone.get().uri(PATH).exchange().expectStatus().isUnauthorized();
        anyone.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"url\": \"https://switch.example.net\"}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        anyone.delete()
                .uri(PATH + "/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        anyone.get()
                .uri(PATH + "/" + UUID.randomUUID() + "/deliveries")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private RestTestClient.ResponseSpec create(String body) {
        return http.operator()
                .post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec delete(Object id) {
        return http.operator().delete().uri(PATH + "/" + id).exchange();
    }

    private RestTestClient.ResponseSpec deliveries(Object id) {
        return http.operator().get().uri(PATH + "/" + id + "/deliveries").exchange();
    }

    private static String body(RestTestClient.ResponseSpec response) {
        return response.expectBody(String.class).returnResult().getResponseBody();
    }
}
