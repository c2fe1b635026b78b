package io.namesake.surface;

import io.namesake.TestHttp;
import java.util.UUID;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** The token endpoint, as an API client sees it. */
final class TokenOf {

    private TokenOf() {}

    static String client(TestHttp http, UUID id, String secret) {
        return http.anyone()
                .post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .headers(headers -> headers.setBasicAuth(id.toString(), secret))
                .body("grant_type=client_credentials")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("access_token")
                .asString();
    }
}
