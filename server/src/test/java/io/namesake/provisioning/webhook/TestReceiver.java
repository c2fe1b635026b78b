package io.namesake.provisioning.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** Somebody who is told: keeps every request and answers as it is told to. */
final class TestReceiver implements AutoCloseable {
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]+)\"");

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Request> challenges = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> echo = "{\"challenge\": \"%s\"}"::formatted;
    private volatile Answer answer = new Answer(204, Map.of());
    private volatile Duration pause = Duration.ZERO;

    TestReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/namesake";
    }

    void answersWith(int status) {
        answer = new Answer(status, Map.of());
        pause = Duration.ZERO;
    }

    /** Keeps whoever calls waiting. */
    void answersOnlyAfter(Duration time) {
        pause = time;
    }

    void answersWith(int status, String header, String value) {
        answer = new Answer(status, Map.of(header, value));
    }

    /** What has come so far. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Waits until so many have come. */
    List<Request> awaitRequests(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> requests.size() >= count);
        return requests();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Content-Type"),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (request.body().contains("\"io.namesake.webhook.verification.v1\"")) {
                challenged(exchange, request);
                return;
            }
            requests.add(request);
            var now = answer;
            Thread.sleep(pause);
            now.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(now.status(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers a challenge as the documentation says, or as it was told to. */
    private void challenged(HttpExchange exchange, Request request) throws IOException {
        challenges.add(request);
        var matcher = CHALLENGE.matcher(request.body());
        var text = matcher.find() ? matcher.group(1) : "";
        var body = echo.apply(text).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** The challenges that came. */
    List<Request> challenges() {
        return List.copyOf(challenges);
    }

    /** From now on a challenge is answered with this body, made of the challenge's text. */
    void echoes(UnaryOperator<String> answer) {
        echo = answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, Map<String, String> headers) {}

    /** One request as it came. */
    record Request(
            String method,
            String path,
            String contentType,
            String id,
            String timestamp,
            String signature,
            String body) {

        /** Checks the signature as a receiver does, from the secret's text alone. */
        boolean isSignedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                var expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return List.of(signature.split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(expected));
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
