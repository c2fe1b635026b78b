package io.namesake.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import io.namesake.MovableClock;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.EvidenceLook;
import io.namesake.decision.Outcome;
import io.namesake.mylines.TestPerson.Visit;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What engineers find in a sandbox: each number comes to what the list says, by the real system, and nobody can take it for anything else. */
@NamesakeSandbox
class SandboxTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    BeanFactory server;

    @ParameterizedTest
    @EnumSource(
            value = MagicNumber.class,
            mode = EXCLUDE,
            names = {"SILENT_REGISTER", "SLOW_REGISTER", "LEAVES"})
    void what_becomes_of_a_number_is_what_the_list_says(MagicNumber magic) {
        var application = road().applied(magic.number("A001"));
        assertThat(SandboxRoad.reasons(application))
                .containsExactlyInAnyOrderElementsOf(
                        magic.reasons().stream().map(Enum::name).toList());
        assertThat(application.get("state").asString()).isEqualTo(outcome(magic).name());
    }

    @Test
    void a_register_that_is_silent_is_asked_again_and_then_a_person_decides() {
        var id = road().begun(MagicNumber.SILENT_REGISTER.number("A001"), wanted());
        awaitAnswerOfTheRegister(id);
        assertThat(road().application(id).get("state").asString()).isEqualTo("SUBMITTED");
        clock.advance(Duration.ofMinutes(6));
        assertThat(SandboxRoad.reasons(road().decided(id))).containsExactly("AUTHORITY_UNAVAILABLE");
    }

    @Test
    void a_register_that_is_silent_at_first_verifies_when_it_is_asked_again() {
        var id = road().begun(MagicNumber.SLOW_REGISTER.number("A001"), wanted());
        awaitAnswerOfTheRegister(id);
        clock.advance(Duration.ofMinutes(1));
        assertThat(road().decided(id).get("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void whoever_leaves_leaves_an_application_that_expires_like_any_other() {
        var id = road().begun(MagicNumber.LEAVES.number("A001"), wanted());
        assertThat(road().application(id).get("state").asString()).isEqualTo("CONSENTED");
        clock.advance(Duration.ofHours(48));
        EvidenceLook.now(server);
        assertThat(road().application(id).get("state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void a_verified_line_is_active_and_its_holder_is_heard_of_nowhere() {
        var line = TestApplicant.newLine();
        road().applied(MagicNumber.VERIFIED.number("A002"), wanted(line));
        http.operator()
                .get()
                .uri("/v1/lines?line={line}", line)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(lines -> assertThat(lines).contains("ACTIVE").doesNotContain("SBX01", "SANDBOX"));
    }

    @Test
    void the_same_number_is_the_same_person_and_has_too_many_lines_at_last() {
        var number = MagicNumber.VERIFIED.number("A003");
        for (int i = 0; i < 3; i++) {
            var application = road().applied(number, wanted("+861700000300" + i));
            assertThat(application.get("state").asString()).isEqualTo("VERIFIED");
        }
        var oneMore = road().applied(number, wanted("+8617000003009"));
        assertThat(SandboxRoad.reasons(oneMore)).containsExactly("LINE_LIMIT_REACHED");
    }

    @Test
    void another_number_is_not_the_holder() {
        var line = TestApplicant.newLine();
        road().applied(MagicNumber.VERIFIED.number("A004"), wanted(line));
        var sim = road().applied(
                        MagicNumber.VERIFIED.number("A005"),
                        Map.of(
                                "purpose",
                                "SIM_CHANGE",
                                "service",
                                "MOBILE",
                                "line",
                                line,
                                "locale",
                                "en",
                                "sim",
                                Map.of("kind", "ICCID", "value", "8986001200003204515")));
        assertThat(SandboxRoad.reasons(sim)).containsExactly("NOT_THE_HOLDER");
        var again = road().applied(
                        MagicNumber.VERIFIED.number("A005"),
                        Map.of("purpose", "REVERIFY", "service", "MOBILE", "line", line, "locale", "en"));
        assertThat(SandboxRoad.reasons(again)).containsExactly("LINE_ALREADY_ACTIVE");
    }

    @Test
    void whoever_was_refused_for_their_face_goes_on_to_a_person() {
        var played = body(road().play(link(), MagicNumber.ANOTHER_FACE.number("A010")));
        var id = played.get("applicationId").asString();
        assertThat(road().decided(id).get("state").asString()).isEqualTo("REFUSED");
        http.bearer(played.get("sessionToken").asString())
                .post()
                .uri("/v1/applications/" + id + "/attended-check")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(SandboxRoad.reasons(road().application(id))).containsExactly("ATTENDED_CHECK_REQUESTED");
    }

    @Test
    void whoever_was_verified_looks_at_their_lines_and_disputes_one() {
        var line = TestApplicant.newLine();
        var number = MagicNumber.VERIFIED.number("A011");
        road().applied(number, wanted(line));
        var door = body(http.anyone()
                .post()
                .uri("/v1/me/verifications")
                .body(Map.of("locale", "en"))
                .exchange());
        var played = body(road().play(door.at("/captureLink/url").asString(), number));
        var session = http.bearer(played.get("sessionToken").asString());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> session.get()
                        .uri("/v1/applications/" + played.get("applicationId").asString())
                        .exchange()
                        .expectBody()
                        .jsonPath("$.state")
                        .isEqualTo("VERIFIED"));
        var token = body(session.post().uri("/v1/me/sessions").exchange())
                .get("token")
                .asString();
        var visit = new Visit(http.bearer(token), played.get("applicationId").asString());
        assertThat(visit.lines()).hasSize(1);
        visit.disputes(line);
        assertThat(visit.line(line).get("status").asString()).isEqualTo("LIMITED");
    }

    @Test
    void no_case_in_review_is_decided_but_by_a_person() {
        var id = road().begun(MagicNumber.UNSURE_FACE.number("A006"), wanted());
        road().decided(id);
        clock.advance(Duration.ofDays(2));
        road().play(link(), MagicNumber.VERIFIED.number("A007")).expectStatus().isCreated();
        assertThat(road().application(id).get("state").asString()).isEqualTo("REVIEW");
    }

    @Test
    void a_real_picture_has_no_face_here() {
        var applicant = TestApplicant.withConsent(http);
        applicant
                .document(Pictures.DOCUMENT_OF_A)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("no-face");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SBX990001", "SBX01", "sbx010001", "D00000001", "SBX01000é"})
    void a_number_that_is_none_of_the_list_is_the_callers_mistake(String number) {
        road().play(link(), number)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("request-invalid");
    }

    @Test
    void what_a_real_applicant_would_be_told_is_told() {
        var link = link();
        road().play(link, MagicNumber.LEAVES.number("A008")).expectStatus().isCreated();
        code(link, "capture-link-used");
        code("https://example.com/apply/x#" + "A".repeat(43), "capture-link-unknown");
        code("no link at all", "capture-link-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/applications", "/nothing", "/actuator/health", "/problems"})
    void every_answer_says_that_it_is_a_sandboxs(String path) {
        http.anyone().get().uri(path).exchange().expectHeader().valueEquals("Namesake-Sandbox", "true");
    }

    @Test
    void an_answer_to_what_could_not_be_read_says_it_too() throws Exception {
        var address = URI.create(http.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /../../x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            assertThat(answer.toString(StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("Namesake-Sandbox: true");
        }
    }

    @Test
    void the_pages_and_the_servers_own_word_say_it() {
        for (var page : List.of("/", "/staff", "/apply/0198c0de-0000-7000-8000-000000000001")) {
            http.anyone()
                    .get()
                    .uri(page)
                    .exchange()
                    .expectBody(String.class)
                    .value(html -> assertThat(html).contains("<meta name=\"namesake-sandbox\" content=\"true\" />"));
        }
        http.anyone()
                .get()
                .uri("/actuator/info")
                .exchange()
                .expectBody()
                .jsonPath("$.sandbox.enabled")
                .isEqualTo(true);
    }

    private SandboxRoad road() {
        return new SandboxRoad(http);
    }

    /** Of an application that nobody has opened. */
    private String link() {
        return body(http.operator()
                        .post()
                        .uri("/v1/applications")
                        .body(wanted())
                        .exchange())
                .at("/captureLink/url")
                .asString();
    }

    private static JsonNode body(ResponseSpec answer) {
        return answer.expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private void code(String link, String code) {
        road().play(link, MagicNumber.VERIFIED.number("A009"))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static Map<String, String> wanted() {
        return wanted(TestApplicant.newLine());
    }

    private static Map<String, String> wanted(String line) {
        return Map.of("service", "MOBILE", "line", line, "locale", "en");
    }

    private static Outcome outcome(MagicNumber magic) {
        return magic.reasons().isEmpty()
                ? Outcome.VERIFIED
                : magic.reasons().getFirst().outcome();
    }

    private void awaitAnswerOfTheRegister(String application) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jdbc.sql("select type from audit_entry where subject_id = :id")
                                .param("id", application)
                                .query(String.class)
                                .list())
                        .contains("authority.answered"));
    }
}
