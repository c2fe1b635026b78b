package io.namesake.crypto;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the transit engine of HashiCorp Vault: versions of one key, and the answers that its documentation gives. */
final class TransitStandIn implements AutoCloseable {
    static final String TOKEN = "s.stand-in";
    private static final String PATH = "/v1/transit/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Vault> versions = new ArrayList<>();
    private volatile boolean sealed;

    TransitStandIn() throws IOException, GeneralSecurityException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, this::handle);
        server.start();
        rotate();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void rotate() throws GeneralSecurityException {
        versions.add(new Vault(Keyset.generate(KeyKind.SEALING)));
    }

    /** Nobody has unsealed it, which it says with 503. */
    void seal() {
        sealed = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (sealed) {
                answer(exchange, 503, Map.of("errors", List.of("Vault is sealed")));
            } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                answer(exchange, 403, Map.of("errors", List.of("permission denied")));
            } else {
                var path = exchange.getRequestURI().getPath().substring(PATH.length());
                switch (exchange.getRequestMethod() + " " + path) {
                    case "POST encrypt/namesake" -> encrypt(exchange, JSON.readTree(body));
                    case "POST decrypt/namesake" -> decrypt(exchange, JSON.readTree(body));
                    case "GET keys/namesake" ->
                        answer(exchange, 200, Map.of("data", Map.of("latest_version", versions.size())));
                    default -> answer(exchange, 404, Map.of("errors", List.of()));
                }
            }
        }
    }

    private void encrypt(HttpExchange exchange, JsonNode body) throws IOException {
        var sealedBytes = versions.getLast().seal(decoded(body, "plaintext"), decoded(body, "associated_data"));
        var ciphertext = "vault:v" + versions.size() + ":" + Base64.getEncoder().encodeToString(sealedBytes);
        answer(exchange, 200, Map.of("data", Map.of("ciphertext", ciphertext, "key_version", versions.size())));
    }

    private void decrypt(HttpExchange exchange, JsonNode body) throws IOException {
        var parts = body.path("ciphertext").asString().split(":");
        try {
            var version = versions.get(Integer.parseInt(parts[1].substring(1)) - 1);
            var plaintext = version.open(Base64.getDecoder().decode(parts[2]), decoded(body, "associated_data"));
            answer(
                    exchange,
                    200,
                    Map.of("data", Map.of("plaintext", Base64.getEncoder().encodeToString(plaintext))));
        } catch (Vault.SealBroken | IllegalArgumentException e) {
            answer(exchange, 400, Map.of("errors", List.of("invalid ciphertext: could not decrypt ciphertext")));
        }
    }

    private static byte[] decoded(JsonNode body, String member) {
        return Base64.getDecoder().decode(body.path(member).asString());
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
