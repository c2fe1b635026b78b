package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.namesake.FallsSilent;
import io.namesake.MovableClock;
import io.namesake.remediation.internal.NoticeChannel.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GatewayChannelTest extends NoticeChannelContract {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<Boolean> signed = new CopyOnWriteArrayList<>();
    private volatile int answer = 202;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                ids.add(headers.getFirst("Idempotency-Key"));
                bodies.add(body);
                signed.add(signature(headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "."
                                + body)
                        .equals(headers.getFirst("webhook-signature")));
                exchange.sendResponseHeaders(answer, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Override
    NoticeChannel channel() {
        return channel(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/notices"), Duration.ofSeconds(5));
    }

    private static NoticeChannel channel(URI gateway, Duration timeout) {
        var settings = new NoticeSettings.Gateway(
                gateway, "whsec_" + Base64.getEncoder().encodeToString(KEY), Set.of(Channel.SMS), timeout);
        return new GatewayChannel(Channel.SMS, settings, HttpClient.newHttpClient(), new MovableClock());
    }

    @Override
    NoticeMessage message() {
        return message("+8613800138000");
    }

    @Override
    List<String> idsThatArrived() {
        return ids;
    }

    @Test
    void the_notice_arrives_whole_and_signed() throws InterruptedException {
        channel().send(id, message());
        var body = JsonMapper.shared().readTree(bodies.getFirst());
        assertThat(body.get("text").asString()).isEqualTo(TEXT);
        assertThat(body.get("to").asString()).isEqualTo("+8613800138000");
        assertThat(signed).containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource({"500, false", "503, false", "429, false", "401, false", "400, true", "404, true", "422, true"})
    void a_gateway_that_may_take_it_later_is_asked_again(int status, boolean forGood) throws InterruptedException {
        answer = status;
        assertThat(channel().send(id, message())).isEqualTo(new Result.Failed("http-" + status, forGood));
    }

    @Test
    void a_gateway_that_has_the_notice_already_has_it() throws InterruptedException {
        answer = 409;
        assertThat(channel().send(id, message())).isEqualTo(new Result.Sent());
    }

    @Test
    @Timeout(30)
    void a_gateway_that_begins_to_answer_and_falls_silent_is_asked_again() throws Exception {
        try (var silent = new FallsSilent()) {
            assertThat(channel(silent.url(), Duration.ofSeconds(2)).send(id, message()))
                    .isEqualTo(new Result.Failed("timeout", false));
        }
    }

    private static String signature(String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
