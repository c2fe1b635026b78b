package io.namesake.review;

import io.namesake.TestHttp;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** One of an operator's people, working over HTTP as the pages for staff do. */
public final class TestStaff {
    public final String id;
    private final RestTestClient client;

    private TestStaff(RestTestClient client, String id) {
        this.client = client;
        this.id = id;
    }

    /** Somebody new who works for the test operator. */
    public static TestStaff of(TestHttp http, String... roles) {
        return of(http, http.operator(), roles);
    }

    /** Somebody new who works for whoever has this client. */
    public static TestStaff of(TestHttp http, RestTestClient operator, String... roles) {
        var created = operator.post()
                .uri("/v1/staff")
                .body(Map.of("name", "Somebody", "roles", List.of(roles)))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return new TestStaff(
                http.bearer(created.get("token").asString()),
                created.at("/member/id").asString());
    }

    public RestTestClient.ResponseSpec get(String path) {
        return client.get().uri("/v1/reviews" + path).exchange();
    }

    public RestTestClient.ResponseSpec post(String path, Object body) {
        return client.post().uri("/v1/reviews" + path).body(body).exchange();
    }

    public RestTestClient.ResponseSpec put(String path, Object body) {
        return client.put().uri("/v1/reviews" + path).body(body).exchange();
    }

    public RestTestClient.ResponseSpec lock(String id) {
        return post("/" + id + "/lock", Map.of());
    }

    public RestTestClient.ResponseSpec release(String id) {
        return client.delete().uri("/v1/reviews/" + id + "/lock").exchange();
    }

    public RestTestClient.ResponseSpec look(String id) {
        return post("/" + id + "/looks", Map.of("reason", "COMPARE_FACES"));
    }

    public RestTestClient.ResponseSpec picture(String id, String which) {
        return get("/" + id + "/pictures/" + which);
    }

    public RestTestClient.ResponseSpec decide(String id, String code) {
        return post("/" + id + "/decision", Map.of("code", code));
    }

    public RestTestClient.ResponseSpec meet(String code) {
        return post("/by-code", Map.of("code", code));
    }

    public RestTestClient.ResponseSpec attest(String id, Map<String, Object> attestation) {
        return post("/" + id + "/attestation", attestation);
    }

    public static JsonNode body(RestTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    public static void assertProblem(RestTestClient.ResponseSpec answer, String slug) {
        answer.expectBody().jsonPath("$.type").isEqualTo("/problems/" + slug);
    }
}
