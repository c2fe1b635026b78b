package io.namesake.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.namesake.client.FakeServer.Answer;
import io.namesake.client.FakeServer.Asked;
import io.namesake.client.model.DocumentFields;
import io.namesake.client.model.Line;
import io.namesake.client.model.NewApplication;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NamesakeClientTest {
    private static final UUID ID = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final NewApplication WANTED = NewApplication.builder()
            .service(NewApplication.ServiceEnum.MOBILE)
            .line("+8613800138000")
            .locale(NewApplication.LocaleEnum.ZH_CN)
            .build();

    @Test
    void a_call_says_who_calls_and_in_which_language() throws Exception {
        try (FakeServer server = always(Answer.json(200, "{\"lines\":[]}"));
                NamesakeClient client = NamesakeClient.of(server.uri())
                        .bearer("nsk_key")
                        .language(Locale.SIMPLIFIED_CHINESE)
                        .build()) {
            new LinesApi(client).listLines();

            Asked asked = server.asked().getFirst();
            assertThat(asked.method() + " " + asked.target()).isEqualTo("GET /v1/lines");
            assertThat(asked.headers())
                    .containsEntry("authorization", "Bearer nsk_key")
                    .containsEntry("accept-language", "zh-CN");
        }
    }

    @Test
    void what_is_in_a_path_or_a_query_is_encoded() throws Exception {
        try (FakeServer server = always(Answer.json(404, "{\"code\":\"line-unknown\"}"));
                NamesakeClient client = client(server)) {
            assertThatThrownBy(() -> new LinesApi(client).getLine("wang+1@isp example"))
                    .isInstanceOf(ProblemException.class);

            assertThat(server.asked().getFirst().target()).isEqualTo("/v1/lines/wang%2B1%40isp%20example");
        }
    }

    @Test
    void a_body_holds_what_was_given_and_nothing_else_and_the_idempotency_key_goes_beside_it() throws Exception {
        String created = """
                {"id":"%s","purpose":"NEW_LINE","service":"MOBILE","line":"+8613800138000","locale":"zh-CN","state":"CREATED",
                 "createdAt":"2026-11-28T10:00:00Z","captureLink":{"url":"https://namesake.example/apply/x#t",
                 "expiresAt":"2026-11-28T11:00:00Z"},"more":1}""".formatted(ID);
        try (FakeServer server = always(Answer.json(201, created));
                NamesakeClient client = client(server)) {
            var application = new ApplicationsApi(client).createApplication(WANTED, "order-4711");

            assertThat(application.id()).isEqualTo(ID);
            assertThat(application.createdAt()).isEqualTo(Instant.parse("2026-11-28T10:00:00Z"));
            Asked asked = server.asked().getFirst();
            assertThat(asked.headers()).containsEntry("idempotency-key", "order-4711");
            assertThat(asked.body())
                    .isEqualTo("{\"line\":\"+8613800138000\",\"locale\":\"zh-CN\",\"service\":\"MOBILE\"}");
        }
    }

    @Test
    void a_value_that_a_newer_server_knows_is_unknown_and_no_failure() throws Exception {
        try (FakeServer server = always(Answer.json(200, "{\"status\":\"DREAMING\",\"limits\":[\"SINGING\"]}"));
                NamesakeClient client = client(server)) {
            Line line = new LinesApi(client).getLine("+8613800138000");

            assertThat(line.status()).isEqualTo(Line.StatusEnum.UNKNOWN_TO_THIS_CLIENT);
            assertThat(line.limits()).containsExactly(Line.LimitsEnum.UNKNOWN_TO_THIS_CLIENT);
        }
    }

    @Test
    void what_must_be_given_is_asked_for_before_anything_is_sent() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> NewApplication.builder().line("+8613800138000").build())
                .withMessage("NewApplication needs locale");
    }

    @Test
    void a_record_does_not_tell_a_log_what_is_in_it() {
        assertThat(WANTED).hasToString("NewApplication[...]");
    }

    @Test
    void files_and_json_go_into_one_form() throws Exception {
        try (FakeServer server = always(Answer.json(200, "{}"));
                NamesakeClient client = client(server)) {
            DocumentFields fields = DocumentFields.builder()
                    .familyName("Muster")
                    .givenNames("Erika")
                    .documentNumber("T22000129")
                    .birthDate(LocalDate.parse("1984-01-26"))
                    .expiryDate(LocalDate.parse("2039-10-31"))
                    .build();
            new CaptureApi(client).sendDocument(ID, fields, "jpeg".getBytes());

            assertThat(server.asked().getFirst().body())
                    .contains(
                            "name=\"image\"; filename=\"image\"\r\nContent-Type: application/octet-stream\r\n\r\njpeg\r\n")
                    .contains("name=\"fields\"\r\nContent-Type: application/json\r\n\r\n{")
                    .contains("\"birthDate\":\"1984-01-26\"");
        }
    }

    @Test
    void a_file_of_text_is_given_as_text() throws Exception {
        try (FakeServer server = always(Answer.json(201, "{}"));
                NamesakeClient client = client(server)) {
            new ImportsApi(client).importLines("line,family_name\n+861,王\n");

            assertThat(server.asked().getFirst().body())
                    .contains("name=\"file\"; filename=\"file\"\r\nContent-Type: text/plain;charset=UTF-8\r\n\r\n"
                            + "line,family_name\n+861,王\n\r\n");
        }
    }

    @Test
    void files_come_as_bytes_and_text_as_it_is() throws Exception {
        try (FakeServer server = always(new Answer(200, "text/csv", Map.of(), "row,code\n1,line-invalid\n"));
                NamesakeClient client = client(server)) {
            assertThat(new ImportsApi(client).getImportReport(ID)).isEqualTo("row,code\n1,line-invalid\n");
            assertThat(new DemoApi(client).getDemoSample("a.jpg")).isEqualTo("row,code\n1,line-invalid\n".getBytes());
        }
    }

    @Test
    void a_refusal_is_a_problem_with_its_code_its_next_step_and_when_to_come_back() throws Exception {
        String body = """
                {"type":"/problems/busy","code":"busy","status":503,"title":"Busy","detail":"Too many at once.",
                 "nextStep":"Wait a moment."}""";
        Answer busy = new Answer(503, "application/problem+json", Map.of("Retry-After", "3"), body);
        ProblemException problem = refused(busy, client -> new PrivacyApi(client).retention("en"));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("busy");
        assertThat(problem.title()).contains("Busy");
        assertThat(problem.detail()).contains("Too many at once.");
        assertThat(problem.nextStep()).contains("Wait a moment.");
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(problem).hasMessage("GET /v1/retention was refused: 503 busy, Busy");
    }

    @Test
    void errors_of_other_forms_are_problems_too() throws Exception {
        String camara = "{\"status\":403,\"code\":\"PERMISSION_DENIED\",\"message\":\"Not agreed.\"}";
        ProblemException denied = refused(Answer.json(403, camara), client -> new PrivacyApi(client).retention("en"));
        assertThat(denied.code()).isEqualTo("PERMISSION_DENIED");
        assertThat(denied.detail()).contains("Not agreed.");

        Answer proxy = new Answer(502, "text/html", Map.of(), "<html>Bad gateway");
        assertThat(refused(proxy, client -> new PrivacyApi(client).retention("en"))
                        .code())
                .isEqualTo("http-502");
    }

    @Test
    void an_answer_that_is_too_large_is_not_read_to_its_end() throws Exception {
        try (FakeServer server = always(Answer.json(200, "\"" + "x".repeat(100_000) + "\""));
                NamesakeClient client =
                        NamesakeClient.of(server.uri()).largestAnswer(1_000).build()) {
            assertThatThrownBy(() -> new PrivacyApi(client).retention("en"))
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageContaining("more than 1000 bytes");
        }
    }

    @Test
    void an_answer_that_is_no_json_is_unreadable_and_is_not_repeated_in_the_message() throws Exception {
        try (FakeServer server = always(Answer.json(200, "Erika Muster"));
                NamesakeClient client = client(server)) {
            assertThatThrownBy(() -> new PrivacyApi(client).retention("en"))
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageNotContaining("Erika");
        }
    }

    @Test
    void a_server_that_says_nothing_is_given_up_on() throws Exception {
        try (FakeServer server = always(FakeServer.SILENCE);
                NamesakeClient client = NamesakeClient.of(server.uri())
                        .timeout(Duration.ofMillis(50))
                        .build()) {
            assertThatThrownBy(() -> new PrivacyApi(client).retention("en"))
                    .isInstanceOf(UnansweredException.class)
                    .hasMessageContaining("not within PT0.05S");
        }
    }

    @Test
    void nobody_listening_is_no_answer() throws Exception {
        URI gone;
        try (FakeServer server = always(FakeServer.SILENCE)) {
            gone = server.uri();
        }
        try (NamesakeClient client = NamesakeClient.of(gone).build()) {
            assertThatThrownBy(() -> new PrivacyApi(client).retention("en")).isInstanceOf(UnansweredException.class);
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (FakeServer other = always(Answer.json(200, "{\"rules\":[]}"))) {
            Answer redirect =
                    new Answer(302, "text/plain", Map.of("Location", other.uri().toString()), "");
            assertThat(refused(redirect, client -> new PrivacyApi(client).retention("en"))
                            .status())
                    .isEqualTo(302);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void a_program_asks_for_a_token_once_and_again_shortly_before_it_ends() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));
        Function<Asked, Answer> answers = asked -> asked.target().equals("/oauth2/token")
                ? Answer.json(200, "{\"access_token\":\"t%d\",\"expires_in\":600}".formatted(tokens.incrementAndGet()))
                : Answer.json(200, "{\"rules\":[]}");
        try (FakeServer server = new FakeServer(answers);
                NamesakeClient anyone = client(server)) {
            NamesakeClient program = anyone.asProgram(now::get, "c1", "a&b", "orders:read", "orders:write");
            PrivacyApi api = new PrivacyApi(program);
            api.retention("en");
            now.set(now.get().plusSeconds(569));
            api.retention("en");
            now.set(now.get().plusSeconds(2));
            api.retention("en");

            assertThat(server.asked())
                    .extracting(asked -> asked.target() + " " + asked.headers().getOrDefault("authorization", ""))
                    .containsExactly(
                            "/oauth2/token ",
                            "/v1/retention?locale=en Bearer t1",
                            "/v1/retention?locale=en Bearer t1",
                            "/oauth2/token ",
                            "/v1/retention?locale=en Bearer t2");
            assertThat(server.asked().getFirst().body())
                    .isEqualTo("grant_type=client_credentials&client_id=c1&client_secret=a%26b"
                            + "&scope=orders%3Aread+orders%3Awrite");
        }
    }

    @Test
    void a_listener_sees_every_exchange_but_no_client_secret() throws Exception {
        List<Exchange> seen = new ArrayList<>();
        try (FakeServer server = always(Answer.json(401, "{\"error\":\"invalid_client\"}"));
                NamesakeClient client = NamesakeClient.of(server.uri())
                        .program("c1", "very-secret")
                        .listener(seen::add)
                        .build()) {
            assertThatThrownBy(() -> new PrivacyApi(client).retention("en"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo("invalid_client"));
        }
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst()).hasToString("POST /oauth2/token -> 401");
        assertThat(seen.getFirst().sent()).doesNotContain("very-secret").endsWith("client_secret=...");
        assertThat(seen.getFirst().text()).contains("invalid_client");
    }

    @Test
    void an_address_is_one_of_the_web() {
        assertThatIllegalArgumentException().isThrownBy(() -> NamesakeClient.of(URI.create("file:///etc")));
        assertThatIllegalArgumentException().isThrownBy(() -> NamesakeClient.of(URI.create("localhost:8080")));
    }

    private static FakeServer always(Answer answer) throws Exception {
        return new FakeServer(asked -> answer);
    }

    private static NamesakeClient client(FakeServer server) {
        return NamesakeClient.of(server.uri()).build();
    }

    private static ProblemException refused(Answer answer, Function<NamesakeClient, ?> call) throws Exception {
        try (FakeServer server = always(answer);
                NamesakeClient client = client(server)) {
            return catchThrowableOfType(ProblemException.class, () -> call.apply(client));
        }
    }
}
