package io.namesake.provisioning.activation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.provisioning.activation.sandbox.ActivationScript.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox speaks TMF640 as it is published, and fails as it is told to. */
class ActivationSandboxTest {
    private static final String SERVICE = """
            {"name": "%s", "serviceType": "mobile", "state": "active", "serviceSpecification": {"id": "mobile"},
             "serviceCharacteristic": [{"name": "line", "value": "+8613800138000"}]}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private ActivationSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = ActivationSandbox.start(0, new ActivationScript(null, null), "", Clock.systemUTC(), told::add);
    }

    @AfterEach
    void end() {
        sandbox.close();
        http.close();
    }

    @Test
    void a_service_is_made_found_changed_as_a_merge_patch_and_removed() throws Exception {
        var made = json(ask("POST", "/service", SERVICE.formatted("a")), 201);
        var one = "/service/" + made.get("id").asString();
        assertThat(made.get("href").asString()).isEqualTo(ActivationSandbox.BASE + one);
        json(ask("POST", "/service", SERVICE.formatted("b")), 201);

        var found = json(ask("GET", "/service?name=a&fields=state", ""), 200);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).propertyNames()).containsExactlyInAnyOrder("id", "href", "state");
        var page = ask("GET", "/service?offset=1&limit=1", "");
        assertThat(page.headers().firstValue("X-Total-Count")).hasValue("2");
        assertThat(page.headers().firstValue("X-Result-Count")).hasValue("1");

        json(ask("PATCH", one, "{\"id\": \"x\", \"state\": \"terminated\", \"serviceType\": null}"), 200);
        var changed = json(ask("GET", one, ""), 200);
        assertThat(changed.get("state").asString()).isEqualTo("terminated");
        assertThat(changed.get("id")).isEqualTo(made.get("id"));
        assertThat(changed.has("serviceType")).isFalse();
        assertThat(ask("DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(json(ask("GET", one, ""), 404).get("@type").asString()).isEqualTo("Error");
        assertThat(told).noneMatch(line -> line.contains("+86"));
    }

    @Test
    void what_is_done_later_has_a_monitor() throws Exception {
        sandbox.play(ActivationScript.changes(Reply.later(0)));
        var accepted = ask("POST", "/service", SERVICE.formatted("a"));

        assertThat(accepted.statusCode()).isEqualTo(202);
        var monitor = accepted.headers().firstValue("Location").orElseThrow();
        assertThat(json(ask("GET", monitor.substring(ActivationSandbox.BASE.length()), ""), 200)
                        .get("state")
                        .asString())
                .isEqualTo("Completed");
        assertThat(json(ask("GET", "/monitor", ""), 200)).hasSize(1);
        assertThat(sandbox.services("a")).hasSize(1);
    }

    @Test
    void a_script_has_its_turns_and_a_lost_answer_is_of_something_that_was_done() throws Exception {
        sandbox.play(ActivationScript.parse("""
                rules:
                  - { line: "*8000", request: CREATE, times: 1, reply: { status: 503, retry-after: 7 } }
                  - { line: "+86*", request: CREATE, times: 1, reply: { status: 504, done: true } }
                  - { request: FIND, times: 1, reply: { fault: GARBAGE } }
                """.getBytes(StandardCharsets.UTF_8)));

        var down = ask("POST", "/service", SERVICE.formatted("a"));
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(sandbox.services("a")).isEmpty();
        assertThat(ask("POST", "/service", SERVICE.formatted("a")).statusCode()).isEqualTo(504);
        assertThat(sandbox.services("a")).hasSize(1);
        assertThat(ask("GET", "/service", "").body()).contains("html");
        assertThat(json(ask("GET", "/service", ""), 200)).hasSize(1);
    }

    @Test
    void what_it_holds_is_shown_and_cannot_write_into_the_page() throws Exception {
        ask("POST", "/service", SERVICE.formatted("a").replace("mobile", "<script>"));

        var page = http.send(HttpRequest.newBuilder(sandbox.pageUrl()).build(), BodyHandlers.ofString());

        assertThat(page.body()).contains("<td>+8613800138000</td><td>&lt;script&gt;</td><td>active</td>");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /service, [], 400",
        "POST, /service, {, 400",
        "POST, /service, '{\"state\": \"active\"}', 400",
        "PATCH, /service/unknown, {}, 404",
        "PUT, /service, {}, 405",
        "POST, /monitor, {}, 405",
        "GET, /monitor/unknown, '', 404",
        "DELETE, /service/unknown, '', 404"
    })
    void what_is_no_request_is_answered_in_the_form_of_tmf630(String method, String path, String body, int status)
            throws Exception {
        assertThat(json(ask(method, path, body), status).get("code").asString()).isEqualTo(String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules: [{}]",
                "rules: [{ times: 0, reply: {} }]",
                "otherwise: { status: 200 }",
                "otherwise: { status: 500, fault: DROP }",
                "otherwise: { after-seconds: 601 }",
                "otherwise: { done-after-seconds: -1 }",
                "rules: 7",
                "["
            })
    void what_is_no_script_is_refused(String script) {
        assertThatThrownBy(() -> ActivationScript.parse(script.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_shipped_script_is_one() throws IOException {
        assertThat(ActivationScript.shipped().rules()).isNotEmpty();
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
