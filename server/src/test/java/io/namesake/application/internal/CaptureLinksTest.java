package io.namesake.application.internal;

import static io.namesake.application.internal.RoadTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.TestApplicant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Starting applications, and the links that go out to applicants. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class CaptureLinksTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void a_new_application_reserves_its_line_and_gives_a_link_to_the_applicants_page() {
        var line = TestApplicant.newLine();
        TestApplicant.create(http, line)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .value("Location", location -> assertThat(location).startsWith("/v1/applications/"))
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("CREATED")
                .jsonPath("$.line")
                .isEqualTo(line)
                .jsonPath("$.captureLink.url")
                .value(url -> assertThat((String) url).matches("http://[^#]+/apply/[0-9a-f-]{36}#[A-Za-z0-9_-]{43}"));
        http.operator()
                .get()
                .uri("/v1/lines/" + line)
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PENDING");
    }

    @Test
    void a_capture_link_opens_once() {
        var applicant = TestApplicant.withSession(http);
        problem(TestApplicant.openSession(http, applicant.linkToken), 409, "capture-link-used");
    }

    @Test
    void of_many_who_open_a_link_at_once_one_gets_the_session() throws Exception {
        var token = token(create(TestApplicant.newLine()));
        Callable<Integer> open = () -> TestApplicant.openSession(http, token)
                .returnResult(String.class)
                .getStatus()
                .value();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads.invokeAll(List.of(open, open, open, open, open, open)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).contains(409).hasSize(6);
        }
    }

    @Test
    void a_capture_link_expires() {
        var token = token(create(TestApplicant.newLine()));
        clock.advance(Duration.ofHours(24));
        problem(TestApplicant.openSession(http, token), 410, "capture-link-expired");
    }

    @Test
    void a_link_that_never_was_is_unknown() {
        problem(TestApplicant.openSession(http, "A".repeat(43)), 404, "capture-link-unknown");
        problem(TestApplicant.openSession(http, "A".repeat(4_000)), 404, "capture-link-unknown");
    }

    @Test
    void the_database_holds_no_token_of_a_link_or_a_session() {
        var applicant = TestApplicant.withSession(http);
        var links = jdbc.sql("select token_sha256 from capture_link")
                .query(String.class)
                .list();
        var sessions = jdbc.sql("select secret_sha256 from capture_session")
                .query(String.class)
                .list();
        var secret = applicant.sessionToken.substring(applicant.sessionToken.lastIndexOf('_', 40) + 1);
        assertThat(links).noneMatch(hash -> hash.contains(applicant.linkToken));
        assertThat(sessions).isNotEmpty().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(sessions).noneMatch(secret::contains);
    }

    @Test
    void a_request_repeated_with_its_idempotency_key_gives_the_same_application_and_link() {
        var line = TestApplicant.newLine();
        var first = create(line, "order-" + line);
        var again = create(line, "order-" + line);
        assertThat(again).isEqualTo(first);
        assertThat(token(again)).hasSize(43);
    }

    @Test
    void an_idempotency_key_used_for_another_request_is_refused() {
        var key = "order-" + TestApplicant.newLine();
        create(TestApplicant.newLine(), key);
        problem(
                post(Map.of("service", "INTERNET", "line", "a@b.example", "locale", "en"), key),
                422,
                "idempotency-key-reused");
    }

    @Test
    void an_idempotency_key_is_free_again_when_its_request_failed_and_after_a_day() {
        var key = "order-" + TestApplicant.newLine();
        problem(post(Map.of("service", "MOBILE", "line", "12", "locale", "en"), key), 422, "line-invalid");
        var first = create(TestApplicant.newLine(), key);
        clock.advance(Duration.ofHours(24));
        assertThat(create(TestApplicant.newLine(), key)).isNotEqualTo(first);
    }

    @Test
    void a_line_of_another_service_is_refused_with_what_is_wrong() {
        problem(
                post(Map.of("service", "INTERNET", "line", "+8613800138000", "locale", "en"), null),
                422,
                "line-invalid");
    }

    @Test
    void only_operators_start_applications() {
        var wanted = Map.of("service", "MOBILE", "line", TestApplicant.newLine(), "locale", "en");
        problem(http.anyone().post().uri("/v1/applications").body(wanted).exchange(), 401, "not-authenticated");
        var wrongKey = http.bearer("nsk_test_0123456789abcdefghijklmnopqrstuX");
        problem(wrongKey.post().uri("/v1/applications").body(wanted).exchange(), 401, "not-authenticated");
        var applicant = http.bearer(TestApplicant.withSession(http).sessionToken);
        problem(applicant.post().uri("/v1/applications").body(wanted).exchange(), 403, "not-allowed");
    }

    @Test
    void the_list_shows_the_newest_first_and_no_more_than_asked() {
        create(TestApplicant.newLine());
        var last = create(TestApplicant.newLine());
        http.operator()
                .get()
                .uri("/v1/applications?limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.applications.length()")
                .isEqualTo(1)
                .jsonPath("$.applications[0].id")
                .isEqualTo(last.get("id").asString());
        problem(http.operator().get().uri("/v1/applications?limit=0").exchange(), 400, "request-invalid");
        problem(http.operator().get().uri("/v1/applications?limit=x").exchange(), 400, "request-invalid");
    }

    private JsonNode create(String line) {
        return create(line, null);
    }

    private JsonNode create(String line, String key) {
        return post(Map.of("service", "MOBILE", "line", line, "locale", "en"), key)
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec post(Object wanted, String key) {
        var request = http.operator().post().uri("/v1/applications").body(wanted);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static String token(JsonNode created) {
        var url = created.get("captureLink").get("url").asString();
        return url.substring(url.indexOf('#') + 1);
    }
}
