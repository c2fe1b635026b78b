package io.namesake.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.AccessRules;
import io.namesake.problem.ProblemType;
import io.namesake.surface.ApiFile.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation with what does not fit: no answer is an accident of ours, none tells of our insides, and each error is one of the
 * closed list. {@code -Dnamesake.fuzz.each=1000 -Dnamesake.fuzz.seed=7} asks longer and otherwise; {@code scripts/http-fuzz} does.
 */
@NamesakeTest
class HttpFuzzTest {
    private static final int EACH = Integer.getInteger("namesake.fuzz.each", 2);
    private static final long SEED = Long.getLong("namesake.fuzz.seed", 20261128);
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|io\\.namesake|org\\.springframework|org\\.postgresql|org\\.apache|tools\\.jackson|java\\.(lang|util|io)|\\tat ");
    private static final List<String> SLUGS =
            Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();

    private final ApiFile api = ApiFile.read();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> faults = new ArrayList<>();

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestHttp http;

    @Autowired
    private AccessRules policy;

    private Tenant tenant;

    @BeforeEach
    void somebody_to_call() {
        tenant = new Tenant(beans);
    }

    @Test
    void whatever_is_sent_the_answer_is_one_of_ours() throws Exception {
        for (var operation : api.operations()) {
            tenant.freshCallers();
            var mutations = new Mutations(
                    api, operation, new Random(SEED ^ operation.toString().hashCode()));
            var callers = policy.of(operation.toString()).map(Tenant::callers).orElse(List.of("client"));
            for (int i = 0; i < EACH; i++) {
                var sent = mutations.next(filled(operation));
                judge(operation + " " + sent, operation, send(operation, callers.get(i % callers.size()), sent));
            }
        }
        assertThat(faults).as("seed " + SEED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/../v1/staff HTTP/1.1",
                "GET /v1/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /v1/staff;jsessionid=1 HTTP/1.1",
                "GET /v1/lines/%00 HTTP/1.1",
                "GET /v1/lines/%ff%fe HTTP/1.1",
                "GET /v1/lines/%2B%zz HTTP/1.1",
                "GET /v1\\staff HTTP/1.1",
                "GET //v1//staff HTTP/1.1",
                "GET http://elsewhere.example/v1/staff HTTP/1.1",
                "BREW /v1/staff HTTP/1.1",
                "TRACE /v1/staff HTTP/1.1",
                "GET /v1/staff HTTP/9.9",
                "GET /v1/lines?limit=1&limit=2&limit= HTTP/1.1",
                "GET /v1/lines?line=%f0%9f HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "get /v1/staff HTTP/1.1",
                "nonsense"
            })
    void an_odd_request_line_is_answered_in_our_way(String line) throws Exception {
        judgeRaw(raw(line + "\r\nHost: localhost\r\nAuthorization: Bearer " + tenant.token("operator")
                + "\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\n",
                "Content-Length: 2\r\nContent-Encoding: gzip\r\n\r\n{}",
                "Content-Length: 2\r\nExpect: 200-maybe\r\n\r\n{}",
                "Content-Length: 2\r\nAccept: ///;q=x\r\n\r\n{}",
                "Content-Length: 2\r\nAccept-Language: \u0001\r\n\r\n{}",
                "Content-Length: 2\r\nAccept-Charset: utf-99\r\n\r\n{}",
                "Content-Length: 2\r\nIdempotency-Key: \u00e4\u00f6\u00fc\r\n\r\n{}",
                "Content-Length: 2\r\nX-\u0000: 1\r\n\r\n{}",
                "Content-Length: 2\r\nCookie: a=\"\r\n\r\n{}"
            })
    void odd_headers_are_answered_in_our_way(String headers) throws Exception {
        judgeRaw(raw(
                "POST /v1/applications HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + tenant.token("operator") + "\r\nConnection: close\r\n" + headers + "\r\n\r\n"));
    }

    @Test
    void a_header_without_end_is_cut_off() throws Exception {
        judgeRaw(raw("GET /v1/staff HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(200_000) + "\r\n\r\n"));
    }

    @Test
    void a_body_without_end_is_cut_off_after_what_a_request_may_have() throws Exception {
        try (var socket = connected()) {
            var out = socket.getOutputStream();
            out.write(("POST /v1/applications HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\nAuthorization: Bearer " + tenant.token("operator")
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            var chunk = ("2000\r\n" + "[".repeat(0x2000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            long sent = 0;
            try {
                // Until the server closes; 64 MiB are a thousand times what it may read.
                while (sent < 64L << 20 && socket.getInputStream().available() == 0) {
                    out.write(chunk);
                    sent += chunk.length;
                }
            } catch (IOException closed) {
                assertThat(sent).isPositive();
            }
            assertThat(sent).isLessThan(64L << 20);
        }
    }

    @Test
    void a_body_that_stops_in_the_middle_is_answered_or_dropped() throws Exception {
        judgeRaw(raw(
                "POST /v1/applications HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n"
                        + "Authorization: Bearer " + tenant.token("operator") + "\r\n\r\n{\"loc"));
    }

    /** Something of the caller's own, so that more of the server is reached; nothing of it is deleted. */
    private String filled(Operation operation) {
        if (!operation.path().contains("{")
                || !operation.path().startsWith("/v1/")
                || !Identifiers.describes(operation.path())) {
            return operation.path().replaceAll("\\{[a-zA-Z]+}", "x");
        }
        return operation.method().equals("DELETE")
                ? Identifiers.unknown(operation.path(), tenant)
                : Identifiers.filled(operation.path(), tenant);
    }

    private record Answer(int status, String type, String body) {}

    private Answer send(Operation operation, String caller, Mutations.Sent sent) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(http.address() + sent.path()));
        if (!caller.equals("anyone")) {
            request.header("Authorization", "Bearer " + tenant.token(caller));
        }
        sent.headers().forEach(request::header);
        request.method(
                operation.method(),
                sent.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent.body()));
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException closed) {
            // The server may end the conversation in the middle of a body that is too long.
            return new Answer(413, "application/problem+json", "{\"code\":\"request-too-large\"}");
        }
    }

    private void judge(String what, Operation operation, Answer answer) {
        var ours =
                answer.status() < 500 || answer.status() == 503 && answer.body().contains("\"busy\"");
        var leaks = answer.status() >= 400 && INSIDES.matcher(answer.body()).find();
        if (!ours || leaks || answer.status() >= 400 && !isOfTheList(operation.path(), answer)) {
            faults.add(what + "\n  -> " + answer);
        }
    }

    private static boolean isOfTheList(String path, Answer answer) {
        JsonNode body;
        try {
            body = JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException noJson) {
            return false;
        }
        if (path.startsWith("/camara/") && answer.type().startsWith("application/json")) {
            return body.path("code").isString() && body.path("message").isString();
        }
        if (path.startsWith("/v1/tmf-api/") && answer.type().startsWith("application/json")) {
            return SLUGS.contains(body.path("code").asString(""))
                    && body.path("reason").isString();
        }
        return answer.type().startsWith("application/problem+json")
                && SLUGS.contains(body.path("code").asString(""));
    }

    private Socket connected() throws IOException {
        var address = URI.create(http.address());
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** What comes back until the server closes or has nothing more to say; empty when it closed at once. */
    private String raw(String request) throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reset) {
            return "";
        }
    }

    private static void judgeRaw(String answer) {
        assertThat(INSIDES.matcher(answer).find()).as(answer).isFalse();
        if (!answer.isEmpty()) {
            // 501 and 505 are what HTTP says to a coding or a version that the server does not have.
            assertThat(answer).matches(Pattern.compile("HTTP/1\\.1 ([1234]|501|505).*", Pattern.DOTALL));
            if (answer.matches("(?s)HTTP/1\\.1 [45].*")) {
                assertThat(answer).contains("application/problem+json");
                assertThat(SLUGS.stream()
                                .map(slug -> "\"code\":\"" + slug + '"')
                                .collect(Collectors.toList()))
                        .anyMatch(answer::contains);
            }
        }
    }
}
