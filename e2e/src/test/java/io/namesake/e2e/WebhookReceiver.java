package io.namesake.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator's network that listens for webhooks; it can be told to refuse them, as one that is down would. */
final class WebhookReceiver implements AutoCloseable {

    /**
     * One request that arrived.
     *
     * @param id the {@code webhook-id}: the event's, the same at each attempt
     * @param timestamp the {@code webhook-timestamp}
     * @param signature the {@code webhook-signature}
     * @param body as it came
     * @param accepted whether it was answered with 204
     */
    record Delivery(String id, String timestamp, String signature, String body, boolean accepted) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String type() {
            return json().get("type").asString().replaceAll("^io\\.namesake\\.|\\.v1$", "");
        }
    }

    private final HttpServer server;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private volatile boolean accepting = true;

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    static WebhookReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebhookReceiver receiver = new WebhookReceiver(server);
        server.createContext("/", receiver::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return receiver;
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/webhooks");
    }

    void accept(boolean accept) {
        accepting = accept;
    }

    /** All that arrived, in order. */
    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** What arrived of one type, whether accepted or not. */
    List<Delivery> deliveries(String type) {
        return deliveries.stream()
                .filter(delivery -> delivery.type().equals(type))
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode event = JsonMapper.shared().readTree(body);
            if (event.get("type").asString().equals("io.namesake.webhook.verification.v1")) {
                byte[] answer = JsonMapper.shared()
                        .writeValueAsBytes(Map.of(
                                "challenge", event.get("data").get("challenge").asString()));
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                return;
            }
            boolean accepted = accepting;
            deliveries.add(new Delivery(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body,
                    accepted));
            exchange.sendResponseHeaders(accepted ? 204 : 503, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
