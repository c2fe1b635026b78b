package io.namesake.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.TestHttp;
import io.namesake.application.TestApplicant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What an operator's engineer does with a sandbox: starts applications, hands links to made-up applicants, looks what becomes of it. */
public final class SandboxRoad {
    private final TestHttp http;

    public SandboxRoad(TestHttp http) {
        this.http = http;
    }

    /** Starts an application for a new line, hands its link on, and waits for what becomes of it. */
    public JsonNode applied(String number) {
        return applied(number, Map.of("service", "MOBILE", "line", TestApplicant.newLine(), "locale", "en"));
    }

    /** The same for any application. */
    public JsonNode applied(String number, Map<String, ?> wanted) {
        return decided(begun(number, wanted));
    }

    /** The application's id, once the applicant has gone as far as the number says. */
    public String begun(String number, Map<String, ?> wanted) {
        var created =
                json(http.operator().post().uri("/v1/applications").body(wanted).exchange(), 201);
        var played = json(play(created.at("/captureLink/url").asString(), number), 201);
        assertThat(played.get("applicationId")).isEqualTo(created.get("id"));
        return created.get("id").asString();
    }

    public ResponseSpec play(String link, String number) {
        return http.operator()
                .post()
                .uri("/v1/sandbox/applicants")
                .body(Map.of("captureLink", link, "documentNumber", number))
                .exchange();
    }

    public JsonNode decided(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> application(id),
                        application -> !application.get("state").asString().equals("SUBMITTED"));
    }

    public JsonNode application(String id) {
        return json(http.operator().get().uri("/v1/applications/" + id).exchange(), 200);
    }

    static List<String> reasons(JsonNode application) {
        return application
                .path("decision")
                .path("reasons")
                .valueStream()
                .map(reason -> reason.get("code").asString())
                .toList();
    }

    private static JsonNode json(ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
