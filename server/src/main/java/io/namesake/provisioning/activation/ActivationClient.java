package io.namesake.provisioning.activation;

import io.namesake.net.BoundedHttp;
import io.namesake.net.Exchange;
import io.namesake.provisioning.activation.ActivationSettings.Server;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings an activation server to how a line stands: asks what it has, and creates or changes it where that differs. What the server
 * does later (202) counts once it is done, so it is asked again.
 */
@Component
class ActivationClient {
    private static final int LONGEST_ID = 200;

    private final BoundedHttp http;
    private final JsonMapper json;

    ActivationClient(@Qualifier("activationHttp") BoundedHttp http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    /** @return empty when the server stands so; else why not yet: in-progress, http- and a status, or why there was no answer */
    Optional<String> bring(Server server, WantedService wanted) throws InterruptedException {
        var asked = call(
                server,
                "GET",
                "/service?fields=id,name,state,serviceCharacteristic&name=" + encoded(wanted.name()),
                null);
        if (asked.failure() != null || asked.status() != 200) {
            return Optional.of(asked.word());
        }
        var there = existing(asked.body(), wanted);
        if (there.isEmpty()) {
            return wanted.on()
                    ? outcome(call(server, "POST", "/service", wanted.create(json)), wanted)
                    : Optional.empty();
        }
        if (wanted.isMetBy(there.get())) {
            return Optional.empty();
        }
        var id = there.get().path("id").asString("");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return Optional.of("broken");
        }
        return outcome(call(server, "PATCH", "/service/" + encoded(id), wanted.update(json)), wanted);
    }

    /** One that is terminated is of an earlier use of the number. */
    private static Optional<JsonNode> existing(JsonNode services, WantedService wanted) {
        for (var service : services) {
            if (service.path("name").asString("").equals(wanted.name())
                    && !service.path("state").asString("").equals(WantedService.TERMINATED)) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> outcome(Reply reply, WantedService wanted) {
        if (reply.failure() != null || reply.status() < 200 || reply.status() > 299) {
            return Optional.of(reply.word());
        }
        return reply.status() != 202 && wanted.isMetBy(reply.body()) ? Optional.empty() : Optional.of("in-progress");
    }

    private Reply call(Server server, String method, String path, @Nullable ObjectNode body)
            throws InterruptedException {
        var bytes = body == null ? null : json.writeValueAsBytes(body);
        Map<String, String> proof =
                server.token().isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + server.token());
        return switch (http.call(method, server.at(path), proof, bytes)) {
            case Exchange.Failed(var why) -> new Reply(0, MissingNode.getInstance(), word(why));
            case Exchange.Answered answered -> {
                int status = answered.status();
                try {
                    yield new Reply(status, json.readTree(answered.body()), null);
                } catch (JacksonException e) {
                    // An error may have a body of any kind; what should be JSON and is not is no answer.
                    yield new Reply(status, MissingNode.getInstance(), status == 200 ? "broken" : null);
                }
            }
        };
    }

    private static String word(Exchange.Failure why) {
        return switch (why) {
            case CONNECTION_FAILED -> "unreachable";
            case TIMEOUT -> "timeout";
            case TLS_FAILED -> "tls-failed";
            case BROKEN_RESPONSE, HOST_UNKNOWN, ADDRESS_NOT_ALLOWED -> "broken";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param failure why there is no answer; null where there is one */
    private record Reply(
            int status, JsonNode body, @Nullable String failure) {
        String word() {
            return failure != null ? failure : "http-" + status;
        }
    }
}
