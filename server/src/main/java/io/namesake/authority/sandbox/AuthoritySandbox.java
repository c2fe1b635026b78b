package io.namesake.authority.sandbox;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import io.namesake.authority.internal.DetachedJws;
import io.namesake.authority.sandbox.SandboxScript.Reply;
import io.namesake.authority.sandbox.SandboxScript.Reply.Fault;
import io.namesake.authority.sandbox.SandboxScript.Rule;
import io.namesake.standin.LocalServer;
import io.namesake.standin.Misbehaviour;
import io.namesake.standin.Turns;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox authority: speaks the HTTPS adapter's protocol (docs/api/authority.yaml), in the clear and on this machine only. */
public final class AuthoritySandbox implements AutoCloseable {
    private static final int LARGEST_QUESTION = 8 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SandboxScript script;
    private final Optional<JWK> key;
    private final Optional<JWKSet> clients;
    private final Consumer<String> told;
    private final Turns<Rule> turns;
    private final LocalServer server;

    private AuthoritySandbox(
            int port, SandboxScript script, Optional<JWK> key, Optional<JWKSet> clients, Consumer<String> told)
            throws IOException {
        this.script = script;
        this.turns = new Turns<>(script.rules(), Rule::times);
        this.key = key;
        this.clients = clients;
        this.told = told;
        this.server = LocalServer.start(port, Map.of("/v1/verifications", this::handle));
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
        return new AuthoritySandbox(port, script, key, clients, told);
    }

    /** What to put into {@code NAMESAKE_AUTHORITY_URL}. */
    public URI url() {
        return server.url();
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
        var reply = turns.next(rule -> rule.fits(number)).map(Rule::reply).orElse(script.otherwise());
        return reply == null ? Reply.of("MATCH") : reply;
    }

    private static String kind(Reply reply) {
        if (reply.answer() != null) {
            return reply.answer();
        }
        return reply.status() != null ? "status " + reply.status() : String.valueOf(reply.fault());
    }

    private void answer(HttpExchange exchange, JsonNode question, Reply reply)
            throws IOException, InterruptedException {
        Misbehaviour.pause(reply.afterSeconds());
        if (reply.status() != null) {
            Misbehaviour.status(exchange, reply.status(), reply.retryAfter());
        } else if (reply.fault() == Fault.DROP) {
            // Closed by whoever called us.
            return;
        } else if (reply.fault() == Fault.GARBAGE) {
            send(exchange, Misbehaviour.garbage(), false);
        } else if (reply.fault() == Fault.HUGE) {
            Misbehaviour.huge(exchange);
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
        if (key.isPresent()) {
            byte[] covered = signedWrongly ? new byte[] {1} : body;
            exchange.getResponseHeaders().set("Namesake-Signature", DetachedJws.sign(covered, key.get(), Map.of()));
        }
        LocalServer.send(exchange, 200, "application/json", body);
    }

    @Override
    public void close() {
        server.close();
    }
}
