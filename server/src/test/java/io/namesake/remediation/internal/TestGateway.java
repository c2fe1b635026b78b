package io.namesake.remediation.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator's gateway for messages, which goes by the idempotency key and can be told to fail. */
public final class TestGateway implements AutoCloseable {
    /** Instead of a status: no answer at all. */
    public static final int SILENT = 0;

    private final HttpServer server;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, IntSupplier> answers = new ConcurrentHashMap<>();

    /** One request that arrived, and the status that it got. */
    public record Attempt(String key, JsonNode body, int status) {}

    private TestGateway(HttpServer server) {
        this.server = server;
    }

    public static TestGateway start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var gateway = new TestGateway(server);
        server.createContext("/", gateway::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return gateway;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/notices";
    }

    /** Each message to this number gets the next of these statuses, {@link #SILENT} for none; all others are taken. */
    public void answers(String number, IntSupplier statuses) {
        answers.put(number, statuses);
    }

    /** All that arrived, in order. */
    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** The keys of the notices that it took, each once. */
    public List<String> keys() {
        return attempts.stream()
                .filter(attempt -> attempt.status() / 100 == 2)
                .map(Attempt::key)
                .distinct()
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var message = JsonMapper.shared().readTree(body);
            int status = answers.getOrDefault(message.get("to").asString(), () -> 202)
                    .getAsInt();
            attempts.add(new Attempt(exchange.getRequestHeaders().getFirst("Idempotency-Key"), message, status));
            if (status == SILENT) {
                closing.await();
            } else {
                exchange.sendResponseHeaders(status, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
