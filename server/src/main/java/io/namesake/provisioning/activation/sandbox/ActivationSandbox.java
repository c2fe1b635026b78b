package io.namesake.provisioning.activation.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.namesake.provisioning.activation.sandbox.ActivationScript.Request;
import io.namesake.standin.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox activation server: TMF640 4.0's service and monitor, in the clear and on this machine only, and a page that shows what it
 * holds.
 */
public final class ActivationSandbox implements AutoCloseable {
    /** TMF640's base path. */
    public static final String BASE = "/tmf-api/ServiceActivationAndConfiguration/v4";

    private static final int LARGEST_BODY = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String token;
    private final Clock clock;
    private final HeldServices services = new HeldServices();
    private final Monitors monitors = new Monitors();
    private final Performance performance;
    private final LocalServer server;

    private ActivationSandbox(int port, ActivationScript script, String token, Clock clock, Consumer<String> told)
            throws IOException {
        this.token = token;
        this.clock = clock;
        this.performance = new Performance(script, monitors, told);
        this.server = LocalServer.start(
                port, Map.of(BASE + "/service", this::service, BASE + "/monitor", this::monitor, "/", this::page));
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @param script how it behaves
     * @param token what a caller must have as its bearer token; empty for none
     * @param told is told of each request and how it was answered, without its line's number
     * @throws IOException when the port cannot be had
     */
    public static ActivationSandbox start(
            int port, ActivationScript script, String token, Clock clock, Consumer<String> told) throws IOException {
        return new ActivationSandbox(port, script, token, clock, told);
    }

    /** What to put into {@code namesake.activation.servers}. */
    public URI url() {
        return server.url().resolve(BASE);
    }

    /** The page that shows what it holds. */
    public URI pageUrl() {
        return server.url().resolve("/");
    }

    /** Behaves so from now on. */
    public void play(ActivationScript script) {
        performance.play(script);
    }

    /** What it holds of a name, the oldest first. */
    public List<ObjectNode> services(String name) {
        return services.all(service -> service.path("name").asString("").equals(name));
    }

    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/")) {
                var html = HeldPage.of(services).getBytes(StandardCharsets.UTF_8);
                LocalServer.send(exchange, 200, "text/html; charset=utf-8", html);
            } else {
                new ServiceAnswer(404, Optional.empty()).send(exchange);
            }
        }
    }

    private void monitor(HttpExchange exchange) throws IOException {
        try (exchange) {
            var id = idOf(exchange, "/monitor");
            var answer = !isAllowed(exchange)
                    ? new ServiceAnswer(401, Optional.empty())
                    : !exchange.getRequestMethod().equals("GET")
                            ? new ServiceAnswer(405, Optional.empty())
                            : id.isEmpty()
                                    ? ServiceAnswer.list(monitors.all(), ServiceQuery.of(exchange))
                                    : ServiceAnswer.found(monitors.find(id));
            answer.send(exchange);
        }
    }

    private void service(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (!isAllowed(exchange)) {
                new ServiceAnswer(401, Optional.empty()).send(exchange);
            } else {
                var id = idOf(exchange, "/service");
                switch (exchange.getRequestMethod() + (id.isEmpty() ? "" : " one")) {
                    case "GET" -> find(exchange);
                    case "GET one" ->
                        performance.perform(
                                exchange, Request.FIND, line(id), () -> ServiceAnswer.found(services.find(id)));
                    case "POST" -> create(exchange, body);
                    case "PATCH one" -> change(exchange, id, body);
                    case "DELETE one" ->
                        new ServiceAnswer(services.remove(id) ? 204 : 404, Optional.empty()).send(exchange);
                    default -> new ServiceAnswer(405, Optional.empty()).send(exchange);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void find(HttpExchange exchange) throws IOException, InterruptedException {
        var query = ServiceQuery.of(exchange);
        var found = services.all(query::fits);
        var line = found.isEmpty() ? "" : HeldServices.characteristic(found.getFirst(), "line");
        performance.perform(exchange, Request.FIND, line, () -> ServiceAnswer.list(found, query));
    }

    private void create(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var wanted = object(body).filter(one -> one.path("state").isString() && one.has("serviceSpecification"));
        if (wanted.isEmpty()) {
            new ServiceAnswer(400, Optional.empty()).send(exchange);
            return;
        }
        performance.perform(
                exchange,
                Request.CREATE,
                HeldServices.characteristic(wanted.get(), "line"),
                () -> services.add(wanted.get(), BASE + "/service", clock.instant())
                        .map(service -> new ServiceAnswer(201, Optional.of(service)))
                        .orElseGet(() -> new ServiceAnswer(503, Optional.empty())));
    }

    private void change(HttpExchange exchange, String id, byte[] body) throws IOException, InterruptedException {
        var patch = object(body);
        if (patch.isEmpty()) {
            new ServiceAnswer(400, Optional.empty()).send(exchange);
            return;
        }
        performance.perform(
                exchange,
                Request.CHANGE,
                line(id),
                () -> ServiceAnswer.found(services.change(id, patch.get(), clock.instant())));
    }

    private boolean isAllowed(HttpExchange exchange) {
        return token.isEmpty()
                || ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private String line(String id) {
        return services.find(id)
                .map(service -> HeldServices.characteristic(service, "line"))
                .orElse("");
    }

    private static String idOf(HttpExchange exchange, String resource) {
        var rest = exchange.getRequestURI().getPath().substring((BASE + resource).length());
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    private static Optional<ObjectNode> object(byte[] body) {
        try {
            return body.length <= LARGEST_BODY && JSON.readTree(body) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
