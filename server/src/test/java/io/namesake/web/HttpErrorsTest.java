package io.namesake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.TestApplicant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever is wrong with a request, the answer is a problem, and says nothing about our insides. */
@NamesakeTest
class HttpErrorsTest {

    @Autowired
    TestHttp http;

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/nothing,               404, not-found",
        "GET,    /nothing,                  404, not-found",
        "DELETE, /v1/applications,          405, method-not-allowed",
        "GET,    /v1/capture-sessions,      405, method-not-allowed",
        "GET,    /v1/consent-texts/current, 400, request-invalid",
        "GET,    /v1/consent-texts/current?locale=tlh, 400, request-invalid",
        "GET,    /v1/demo,                  404, not-found",
        "GET,    /v1/applications/17,       404, application-unknown",
        "GET,    /v1/applications/00000000-0000-0000-0000-000000000000, 404, application-unknown",
        "GET,    /actuator/env,             404, not-found",
        "GET,    /error,                    404, not-found",
    })
    void what_does_not_exist_or_does_not_fit_is_a_problem(HttpMethod method, String path, int status, String slug) {
        problem(http.operator().method(method).uri(path).exchange(), status, slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"service\":\"CARRIER_PIGEON\",\"line\":\"+8613800138000\",\"locale\":\"en\"}",
                "{\"service\":\"MOBILE\",\"line\":\"+8613800138000\",\"locale\":\"tlh\"}",
                "{\"service\":\"MOBILE\",\"locale\":\"en\"}",
                "{\"service\":\"MOBILE\",\"line\":\"+8613800138000\",\"locale\":\"en\",\"blockList\":true}",
                "{\"service\":\"MOBILE\",\"line\":{\"number\":1},\"locale\":\"en\"}",
            })
    void a_body_that_is_not_what_is_described_is_a_problem(String body) {
        var answer = http.operator()
                .post()
                .uri("/v1/applications")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
        problem(answer, 400, "request-invalid");
    }

    @Test
    void a_body_of_another_kind_is_a_problem() {
        var answer = http.operator()
                .post()
                .uri("/v1/applications")
                .contentType(MediaType.TEXT_PLAIN)
                .body("MOBILE")
                .exchange();
        problem(answer, 415, "media-type-unsupported");
    }

    @Test
    void a_picture_sent_as_something_else_than_a_form_is_a_problem() {
        var applicant = TestApplicant.withConsent(http);
        var answer = http.bearer(applicant.sessionToken)
                .post()
                .uri("/v1/applications/" + applicant.id + "/selfie")
                .contentType(MediaType.IMAGE_JPEG)
                .body(new byte[100])
                .exchange();
        problem(answer, 415, "media-type-unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no form at all",
                "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"x\"\r\n\r\nbytes\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"x\"\r\n\r\nit breaks off here",
            })
    void a_form_that_is_broken_or_has_other_parts_is_a_problem(String body) {
        var applicant = TestApplicant.withConsent(http);
        var answer = http.bearer(applicant.sessionToken)
                .post()
                .uri("/v1/applications/" + applicant.id + "/selfie")
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.US_ASCII))
                .exchange();
        problem(answer, 400, "request-invalid");
    }

    @Test
    void a_picture_of_more_than_ten_megabytes_is_a_problem() {
        var applicant = TestApplicant.withConsent(http);
        problem(applicant.selfie(new byte[10 * 1024 * 1024 + 1]), 413, "image-too-large");
        problem(applicant.document(new byte[12 * 1024 * 1024]), 413, "image-too-large");
    }

    @Test
    void a_json_body_of_more_than_64_kilobytes_is_a_problem_whether_its_length_is_announced_or_not() throws Exception {
        problem(
                http.anyone()
                        .post()
                        .uri("/v1/capture-sessions")
                        .body(Map.of("token", "x".repeat(70_000)))
                        .exchange(),
                413,
                "request-too-large");
        var chunk = "x".repeat(0x8000);
        var body = "8000\r\n" + chunk + "\r\n8000\r\n" + chunk + "\r\n8000\r\n" + chunk + "\r\n0\r\n\r\n";
        var answer = raw("POST /v1/capture-sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + "b\r\n{\"token\": \"\r\n"
                + body);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("request-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/applications/%2e%2e%2fsecret HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/lines/a%00b HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/<script> HTTP/1.1\r\nHost: x\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n",
                "GET / HTTP/1.1\r\n",
                "GET /v1/lines HTTP/1.1\r\nHost: x\r\nContent-Length: nonsense\r\n",
            })
    void a_request_that_climbs_or_is_broken_gets_nothing(String request) throws Exception {
        var answer = raw(request + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 40");
        assertThat(answer).doesNotContain("Tomcat", "java.", "<html", "<script>");
    }

    @Test
    void headers_without_end_are_refused() throws Exception {
        var answer =
                raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(40_000) + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Tomcat", "java.");
    }

    @Test
    void problems_speak_the_language_that_was_asked_for() {
        http.anyone()
                .get()
                .uri("/v1/nothing")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("此地址不存在");
        http.anyone()
                .get()
                .uri("/v1/nothing")
                .header("Accept-Language", "de")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("There is nothing at this address");
    }

    private String raw(String request) throws IOException {
        var address = URI.create(http.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static void problem(RestTestClient.ResponseSpec answer, int status, String slug) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + slug)
                .jsonPath("$.code")
                .isEqualTo(slug)
                .jsonPath("$.trace")
                .doesNotExist()
                .jsonPath("$.nextStep")
                .isNotEmpty();
    }
}
