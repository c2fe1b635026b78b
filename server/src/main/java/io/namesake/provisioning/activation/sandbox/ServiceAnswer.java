package io.namesake.provisioning.activation.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.namesake.standin.LocalServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is answered; an error in TMF630's form.
 *
 * @param status of HTTP
 * @param body empty for an error, or where there is none
 * @param total of a collection, 0 elsewhere
 */
record ServiceAnswer(int status, Optional<JsonNode> body, int total) {

    ServiceAnswer(int status, Optional<JsonNode> body) {
        this(status, body, 0);
    }

    static ServiceAnswer found(Optional<ObjectNode> resource) {
        return new ServiceAnswer(resource.isPresent() ? 200 : 404, resource.map(JsonNode.class::cast));
    }

    static ServiceAnswer list(List<ObjectNode> found, ServiceQuery query) {
        var page = JsonMapper.shared().createArrayNode();
        found.stream()
                .skip(query.offset())
                .limit(query.limit())
                .map(query::selected)
                .forEach(page::add);
        return new ServiceAnswer(200, Optional.of(page), found.size());
    }

    boolean isWell() {
        return status < 300;
    }

    /** For whoever watches: the state that a service has now, where it is one. */
    String words() {
        return status + body.map(one -> " " + one.path("state").asString("")).orElse("");
    }

    void send(HttpExchange exchange) throws IOException {
        if (body.isEmpty() && isWell()) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        var sent = body.orElseGet(() -> JsonMapper.shared()
                .createObjectNode()
                .put("code", String.valueOf(status))
                .put("reason", reason())
                .put("status", String.valueOf(status))
                .put("@type", "Error"));
        if (sent.isArray()) {
            exchange.getResponseHeaders().set("X-Total-Count", String.valueOf(total));
            exchange.getResponseHeaders().set("X-Result-Count", String.valueOf(sent.size()));
        }
        LocalServer.send(
                exchange,
                status,
                "application/json;charset=utf-8",
                JsonMapper.shared().writeValueAsBytes(sent));
    }

    private String reason() {
        return switch (status) {
            case 400 -> "The body is no service: JSON with state and serviceSpecification, of at most 64 KiB.";
            case 401 -> "The bearer token is not the one that this server was started with.";
            case 404 -> "There is nothing of this name.";
            case 405 -> "This method is not for this.";
            default -> "It holds " + HeldServices.MOST + " services and takes no more.";
        };
    }
}
