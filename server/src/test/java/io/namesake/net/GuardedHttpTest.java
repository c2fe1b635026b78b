package io.namesake.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names mean what the test says; whoever listens, listens on this machine. */
class GuardedHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("1.1.1.1");
    private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.1");

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            var host = exchange.getRequestHeaders().getFirst("Host").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, host.length);
            exchange.getResponseBody().write(host);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void the_connection_is_made_to_the_address_that_was_checked_and_the_name_is_asked_for_only_once() throws Exception {
        var asked = new ArrayList<String>();
        Resolver.Names names = host -> {
            asked.add(host);
            // The second answer is the one that an attacker wants to be connected to.
            return new InetAddress[] {asked.size() == 1 ? LOOPBACK : PRIVATE};
        };
        try (var http = http(names, "127.0.0.0/8")) {
            var answer = (Exchange.Answered) post(http, "http://switch.example.net:" + port() + "/");

            assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).isEqualTo("switch.example.net:" + port());
            assertThat(asked).containsExactly("switch.example.net");
        }
    }

    @Test
    void a_name_that_turns_to_a_forbidden_address_between_two_calls_is_not_followed() throws Exception {
        var asked = new AtomicInteger();
        Resolver.Names names =
                _ -> new InetAddress[] {asked.incrementAndGet() == 1 ? LOOPBACK : InetAddress.ofLiteral("127.0.0.2")};
        try (var http = http(names, "127.0.0.1/32")) {
            assertThat(post(http, "http://one.example.net:" + port() + "/")).isInstanceOf(Exchange.Answered.class);
            assertThat(post(http, "http://two.example.net:" + port() + "/"))
                    .isEqualTo(new Exchange.Failed(Exchange.Failure.ADDRESS_NOT_ALLOWED));
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void a_name_that_means_a_public_and_a_private_address_is_not_called_at_either() throws Exception {
        try (var http = http(_ -> new InetAddress[] {PUBLIC, PRIVATE})) {
            assertThat(post(http, "https://switch.example.net/"))
                    .isEqualTo(new Exchange.Failed(Exchange.Failure.ADDRESS_NOT_ALLOWED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:%d/",
                "http://127.0.0.1:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "https://localhost:%d/",
                "https://127.0.0.1:%d/"
            })
    void nothing_on_this_machine_is_called_in_whatever_spelling(String url) throws Exception {
        try (var http = http(InetAddress::getAllByName)) {
            assertThat(post(http, url.formatted(port())))
                    .isInstanceOfSatisfying(
                            Exchange.Failed.class,
                            failed -> assertThat(failed.why())
                                    .isIn(Exchange.Failure.ADDRESS_NOT_ALLOWED, Exchange.Failure.HOST_UNKNOWN));
            assertThat(requests).hasValue(0);
        }
    }

    @Test
    void a_public_address_is_not_called_without_tls() throws Exception {
        try (var http = http(_ -> new InetAddress[] {PUBLIC}, "127.0.0.0/8")) {
            assertThat(post(http, "http://switch.example.net/"))
                    .isEqualTo(new Exchange.Failed(Exchange.Failure.ADDRESS_NOT_ALLOWED));
        }
    }

    @Test
    void a_name_that_nobody_knows_is_said_to_be_unknown() throws Exception {
        Resolver.Names nobody = host -> {
            throw new UnknownHostException(host);
        };
        try (var http = http(nobody)) {
            assertThat(post(http, "https://switch.example.net/"))
                    .isEqualTo(new Exchange.Failed(Exchange.Failure.HOST_UNKNOWN));
        }
    }

    @Test
    void of_an_answer_no_more_is_given_than_was_asked_for() throws Exception {
        try (var http = http(_ -> new InetAddress[] {LOOPBACK}, "127.0.0.0/8")) {
            var answer = (Exchange.Answered) http.post(
                    uri("http://switch.example.net:" + port()), ContentType.TEXT_PLAIN, Map.of(), new byte[1], 6);

            assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).isEqualTo("switch");
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static URI uri(String url) {
        return URI.create(url);
    }

    private static Exchange post(GuardedHttp http, String url) throws InterruptedException {
        return http.post(uri(url), ContentType.TEXT_PLAIN, Map.of(), new byte[1], 1000);
    }

    private static GuardedHttp http(Resolver.Names names, String... allowed) {
        return new GuardedHttp(new OutboundRules(new OutboundSettings(List.of(allowed))), names, PATIENCE, PATIENCE);
    }
}
