package io.namesake.provisioning.activation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An activation server with a home location register behind it, as far as TMF640 shows one: keeps services, and fails as it is told to. */
final class ActivationSandbox implements AutoCloseable {
    static final String TOKEN = "hlr-token";
    private static final String BASE = "/tmf-api/ServiceActivationAndConfiguration/v4";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, ObjectNode> services = new LinkedHashMap<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;

    /** How it answers what changes something. */
    enum Mood {
        WELL,
        /** 503, and nothing is done. */
        DOWN,
        /** 202, and it is done after that. */
        LATER,
        /** It is done, and the answer is lost. */
        FORGETFUL
    }

    ActivationSandbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(BASE + "/service", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + BASE;
    }

    void is(Mood now) {
        mood = now;
    }

    /** What it stands at for a line; empty while it has no service of it. */
    synchronized Optional<ObjectNode> of(UUID line) {
        return services.values().stream()
                .filter(service -> service.get("name").asString().equals(line.toString()))
                .reduce((_, last) -> last)
                .map(ObjectNode::deepCopy);
    }

    synchronized long count(UUID line) {
        return services.values().stream()
                .filter(service -> service.get("name").asString().equals(line.toString()))
                .count();
    }

    /** POST and PATCH with their bodies, as they came. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 200, find(query(exchange).get("name")));
            } else {
                change(exchange, body);
            }
        }
    }

    private void change(HttpExchange exchange, byte[] body) throws IOException {
        changes.add(exchange.getRequestMethod() + " " + new String(body, StandardCharsets.UTF_8));
        switch (mood) {
            case DOWN -> exchange.sendResponseHeaders(503, -1);
            case LATER -> {
                applied(exchange, body);
                exchange.sendResponseHeaders(202, -1);
            }
            case FORGETFUL -> {
                applied(exchange, body);
                exchange.sendResponseHeaders(504, -1);
            }
            case WELL ->
                answer(exchange, exchange.getRequestMethod().equals("POST") ? 201 : 200, applied(exchange, body));
        }
    }

    private synchronized String applied(HttpExchange exchange, byte[] body) {
        var change = (ObjectNode) JSON.readTree(body);
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST")) {
            var id = UUID.randomUUID().toString();
            services.put(id, change.put("id", id));
            return change.toString();
        }
        var service = services.get(path.substring(path.lastIndexOf('/') + 1));
        service.setAll(change);
        return service.toString();
    }

    private synchronized String find(String name) {
        return services.values().stream()
                .filter(service -> service.get("name").asString().equals(name))
                .map(ObjectNode::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
