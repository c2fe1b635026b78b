package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.net.OutboundRules;
import io.namesake.net.OutboundSettings;
import io.namesake.provisioning.webhook.Attempt.Answered;
import io.namesake.provisioning.webhook.Attempt.Failed;
import io.namesake.provisioning.webhook.Attempt.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTest {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final WebhookSettings settings =
            new WebhookSettings(List.of(), Duration.ofSeconds(1), DEADLINE, Duration.ofSeconds(1), 1, 1, 1);
    private static final OutboundRules LOOPBACK =
            new OutboundRules(new OutboundSettings(List.of("127.0.0.0/8", "::1/128")));

    private final WebhookClient client = new WebhookClient(settings, LOOPBACK, new MovableClock());
    private final WebhookSecret secret = WebhookSecret.random(new SecureRandom());

    @AfterEach
    void close() {
        client.destroy();
    }

    @Test
    void an_event_is_posted_as_json_with_the_three_headers_of_the_standard() throws Exception {
        try (var receiver = new TestReceiver()) {
            var attempt = client.send(
                    URI.create(receiver.url() + "?to=us"),
                    List.of(secret),
                    EndpointForm.CLOUDEVENTS,
                    "evt_1",
                    "{\"type\":\"中文\"}".getBytes(StandardCharsets.UTF_8));

            assertThat(attempt.succeeded()).isTrue();
            assertThat(attempt.duration()).isBetween(Duration.ofNanos(1), DEADLINE);
            var request = receiver.requests().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/namesake?to=us");
            assertThat(request.contentType()).isEqualTo("application/cloudevents+json; charset=UTF-8");
            assertThat(request.id()).isEqualTo("evt_1");
            assertThat(request.timestamp()).isEqualTo(Long.toString(attempt.at().getEpochSecond()));
            assertThat(request.body()).isEqualTo("{\"type\":\"中文\"}");
            assertThat(request.isSignedWith(secret.serialised())).isTrue();
            assertThat(request.isSignedWith(
                            WebhookSecret.random(new SecureRandom()).serialised()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"200, true", "204, true", "299, true", "302, false", "400, false", "404, false", "500, false"})
    void only_a_2xx_is_a_success(int status, boolean success) throws Exception {
        try (var receiver = new TestReceiver()) {
            receiver.answersWith(status);
            var attempt = send(receiver.url());

            assertThat(attempt.succeeded()).isEqualTo(success);
            assertThat(attempt.httpStatus()).isEqualTo(status);
            assertThat(attempt.gone()).isFalse();
        }
    }

    @Test
    void a_410_says_that_nothing_more_is_wanted() throws Exception {
        try (var receiver = new TestReceiver()) {
            receiver.answersWith(410);

            assertThat(send(receiver.url()).gone()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) throws Exception {
        try (var elsewhere = new TestReceiver();
                var receiver = new TestReceiver()) {
            receiver.answersWith(status, "Location", elsewhere.url());

            assertThat(send(receiver.url()).httpStatus()).isEqualTo(status);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "0, PT0S", "-5, PT0S", "'Wed, 21 Oct 2026 07:28:00 GMT', PT0S", "99999999999999, PT0S"})
    void a_wish_to_wait_is_read_in_seconds(String header, Duration wait) throws Exception {
        try (var receiver = new TestReceiver()) {
            receiver.answersWith(503, "Retry-After", header);

            assertThat(send(receiver.url()).retryAfter()).isEqualTo(wait);
        }
    }

    @Test
    void a_receiver_that_never_answers_is_left_at_the_deadline() throws Exception {
        try (var receiver = new RawReceiver(output -> Thread.sleep(DEADLINE.multipliedBy(5)))) {
            var attempt = send(receiver.url());

            assertThat(attempt.outcome()).isEqualTo(new Failed(Failure.TIMEOUT));
            assertThat(attempt.duration()).isBetween(DEADLINE, DEADLINE.multipliedBy(2));
        }
    }

    @Test
    void a_receiver_that_sends_its_response_drop_by_drop_is_left_at_the_deadline_and_its_status_counts()
            throws Exception {
        try (var receiver = new RawReceiver(output -> {
            write(output, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            for (int i = 0; i < 100; i++) {
                write(output, "x");
                Thread.sleep(100);
            }
        })) {
            var attempt = send(receiver.url());

            assertThat(attempt.succeeded()).isTrue();
            assertThat(attempt.duration()).isLessThan(DEADLINE.multipliedBy(2));
        }
    }

    @Test
    void of_an_endless_response_only_the_beginning_is_read() throws Exception {
        var kilobytes = new AtomicInteger();
        try (var receiver = new RawReceiver(output -> {
            write(output, "HTTP/1.1 500 Oh no\r\n\r\n");
            while (true) {
                write(output, "x".repeat(1024));
                kilobytes.incrementAndGet();
            }
        })) {
            var attempt = send(receiver.url());

            assertThat(attempt.outcome()).isEqualTo(new Answered(500, Duration.ZERO));
            assertThat(attempt.duration()).isLessThan(DEADLINE);
            // What is on the way in sockets' buffers counts too.
            assertThat(kilobytes).hasValueLessThan(50_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.9\r\n", "HTTP/1.1 banana\r\n\r\n", ""})
    void what_is_not_http_is_a_broken_response(String nonsense) throws Exception {
        try (var receiver = new RawReceiver(output -> write(output, nonsense))) {
            assertThat(send(receiver.url()).outcome()).isEqualTo(new Failed(Failure.BROKEN_RESPONSE));
        }
    }

    @Test
    void nobody_listening_is_a_failed_connection() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(send("http://localhost:" + port).outcome()).isEqualTo(new Failed(Failure.CONNECTION_FAILED));
    }

    @Test
    void a_host_that_does_not_exist_is_said_to_be_unknown() throws Exception {
        assertThat(send("http://nobody.invalid/").outcome()).isEqualTo(new Failed(Failure.HOST_UNKNOWN));
    }

    @Test
    void a_receiver_without_a_trusted_certificate_is_told_nothing() throws Exception {
        // The first handshake of a process loads the trusted certificates, which takes its time on a busy machine.
        var patient = new WebhookClient(
                new WebhookSettings(
                        List.of(), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(1), 1, 1, 1),
                LOOPBACK,
                new MovableClock());
        try (var receiver = new RawReceiver(output -> write(output, "HTTP/1.1 200 OK\r\n\r\n"))) {
            var url = URI.create(receiver.url().replace("http:", "https:"));

            assertThat(patient.send(url, List.of(secret), EndpointForm.CLOUDEVENTS, "evt_1", BODY)
                            .outcome())
                    .isEqualTo(new Failed(Failure.TLS_FAILED));
        } finally {
            patient.destroy();
        }
    }

    private Attempt send(String url) throws InterruptedException {
        return client.send(URI.create(url), List.of(secret), EndpointForm.CLOUDEVENTS, "evt_1", BODY);
    }

    private static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    /** Does to the connection whatever it likes. */
    private static final class RawReceiver implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

        RawReceiver(Behaviour behaviour) throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!listening.isClosed()) {
                    try (Socket connection = listening.accept()) {
                        connection.getInputStream().read(new byte[4096]);
                        behaviour.answer(connection.getOutputStream());
                    } catch (IOException | InterruptedException e) {
                        // The client went away, or the test is over.
                    }
                }
            });
        }

        String url() {
            return "http://localhost:" + listening.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }

        private interface Behaviour {
            void answer(OutputStream output) throws IOException, InterruptedException;
        }
    }
}
