package io.namesake;

import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Members of the test operator's staff. */
public final class TestStaff {

    private TestStaff() {}

    /** Somebody new with these roles, calling the server. */
    public static RestTestClient with(TestHttp http, String... roles) {
        var token = http.operator()
                .post()
                .uri("/v1/staff")
                .body(Map.of("name", "Somebody of staff", "roles", List.of(roles)))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .asString();
        return http.bearer(token);
    }
}
