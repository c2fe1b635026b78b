package io.namesake.authority.sandbox;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.namesake.authority.internal.DetachedJws;
import io.namesake.authority.sandbox.SandboxScript.Reply;
import io.namesake.authority.sandbox.SandboxScript.Reply.Fault;
import io.namesake.authority.sandbox.SandboxScript.Rule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox authority: speaks the HTTPS adapter's protocol (docs/api/authority.yaml), in the clear and on this machine only. */
public final class AuthoritySandbox implements AutoCloseable {
    private static final int LARGEST_QUESTION = 8 * 1024 * 1024;
    private static final int HUGE = 32 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final SandboxScript script;
    private final Optional<JWK> key;
    private final Optional<JWKSet> clients;
    private final Consumer<String> told;
    private final Map<Rule, AtomicInteger> used = new ConcurrentHashMap<>();

    private AuthoritySandbox(
            HttpServer server,
            SandboxScript script,
            Optional<JWK> key,
            Optional<JWKSet> clients,
            Consumer<String> told) {
        this.server = server;
        this.script = script;
        this.key = key;
        this.clients = clients;
        this.told = told;
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @param script what it answers
     * @param key signs the answers
     * @param clients whose signature a question must have
     * @param told is told, for each question, its id and how it was answered; nothing of the person
     * @throws IOException when the port cannot be had
     */
    public static AuthoritySandbox start(
            int port, SandboxScript script, Optional<JWK> key, Optional<JWKSet> clients, Consumer<String> told)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var sandbox = new AuthoritySandbox(server, script, key, clients, told);
        server.createContext("/v1/verifications", sandbox::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return sandbox;
    }

    /** What to put into {@code NAMESAKE_AUTHORITY_URL}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_QUESTION);
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var signature = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Namesake-Signature"));
            if (clients.isPresent() && !DetachedJws.isRight(signature.orElse(""), body, clients.get())) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var question = JSON.readTree(body);
            var number = question.path("document").path("number").asString("");
            var id = question.path("question").asString("");
            if (number.isEmpty() || id.isEmpty()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            var reply = reply(number);
            told.accept(id + " " + kind(reply) + (question.has("face") ? " (with a face)" : ""));
            answer(exchange, question, reply);
        } catch (JacksonException notJson) {
            exchange.sendResponseHeaders(400, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(String number) {
        List<Rule> rules = script.rules() == null ? List.of() : script.rules();
        for (var rule : rules) {
            if (rule.fits(number)
                    && (rule.times() == null
                            || used.computeIfAbsent(rule, _ -> new AtomicInteger())
                                            .getAndIncrement()
                                    < rule.times())) {
                return rule.reply();
            }
        }
        return script.otherwise() == null ? Reply.of("MATCH") : script.otherwise();
    }

    private static String kind(Reply reply) {
        if (reply.answer() != null) {
            return reply.answer();
        }
        return reply.status() != null ? "status " + reply.status() : String.valueOf(reply.fault());
    }

    private void answer(HttpExchange exchange, JsonNode question, Reply reply)
            throws IOException, InterruptedException {
        if (reply.afterSeconds() != null) {
            Thread.sleep(Math.round(reply.afterSeconds() * 1000));
        }
        if (reply.status() != null) {
            if (reply.retryAfter() != null) {
                exchange.getResponseHeaders()
                        .set("Retry-After", reply.retryAfter().toString());
            }
            exchange.sendResponseHeaders(reply.status(), -1);
        } else if (reply.fault() == Fault.DROP) {
            // Closed by whoever called us.
            return;
        } else if (reply.fault() == Fault.GARBAGE) {
            send(exchange, "<html>It works!</html>".getBytes(StandardCharsets.UTF_8), false);
        } else if (reply.fault() == Fault.HUGE) {
            exchange.sendResponseHeaders(200, HUGE);
            exchange.getResponseBody().write(new byte[HUGE]);
        } else {
            var id = question.path("question").asString("");
            var said = Map.of(
                    "question", reply.fault() == Fault.OTHER_QUESTION ? "00000000-0000-0000-0000-000000000000" : id,
                    "answer", reply.answer() == null ? "MATCH" : reply.answer(),
                    "differs", reply.differs() == null ? List.of() : reply.differs());
            send(exchange, JSON.writeValueAsBytes(said), reply.fault() == Fault.WRONG_SIGNATURE);
        }
    }

    private void send(HttpExchange exchange, byte[] body, boolean signedWrongly) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (key.isPresent()) {
            byte[] covered = signedWrongly ? new byte[] {1} : body;
            exchange.getResponseHeaders().set("Namesake-Signature", DetachedJws.sign(covered, key.get(), Map.of()));
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
