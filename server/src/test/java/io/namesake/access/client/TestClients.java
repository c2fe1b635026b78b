package io.namesake.access.client;

import io.namesake.TestHttp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** API clients of the test operator. */
public final class TestClients {

    private TestClients() {}

    /** A client's id and secret. */
    public record Registered(String id, String secret) {

        /** As an HTTP Basic header. */
        public String basic() {
            return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Registers one. @param kind OPERATOR or THIRD_PARTY */
    public static Registered register(TestHttp http, String kind, String... scopes) {
        return register(http, kind, List.of(scopes), Map.of());
    }

    /** Registers somebody else's, which sends browsers here and has them sent back. */
    public static Registered registerWithRedirect(TestHttp http, String redirectUri, String... scopes) {
        return register(http, "THIRD_PARTY", List.of(scopes), Map.of("redirectUris", List.of(redirectUri)));
    }

    /** @param more of what is registered, such as keys; its secret is empty where it proves itself otherwise */
    public static Registered register(TestHttp http, String kind, List<String> scopes, Map<String, Object> more) {
        var wanted = new HashMap<String, Object>(Map.of("name", "Harbour Bank", "kind", kind, "scopes", scopes));
        wanted.putAll(more);
        var created = http.operator()
                .post()
                .uri("/v1/api-clients")
                .body(wanted)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var secret = created.get("secret");
        return new Registered(created.at("/client/id").asString(), secret.isNull() ? "" : secret.asString());
    }

    /** Asks for a token with the client's secret. */
    public static RestTestClient.ResponseSpec ask(TestHttp http, Registered client, Map<String, String> form) {
        var fields = new LinkedMultiValueMap<String, String>();
        form.forEach(fields::add);
        return http.anyone()
                .post()
                .uri("/oauth2/token")
                .header("Authorization", client.basic())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(fields)
                .exchange();
    }

    /** A token with all of the client's scopes. */
    public static String token(TestHttp http, Registered client) {
        return ask(http, client, Map.of("grant_type", "client_credentials"))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("access_token")
                .asString();
    }

    /** A new client of the kind, calling the server with a token of these scopes. */
    public static RestTestClient calling(TestHttp http, String kind, String... scopes) {
        return http.bearer(token(http, register(http, kind, scopes)));
    }
}
