package io.namesake.cli.tour;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answered.
 *
 * @param request method and path, as the story prints them
 * @param status the HTTP status
 * @param body as it came
 */
record Answer(String request, int status, byte[] body) {

    /** @throws BrokenPromise when the status is another one */
    Answer must(int expected) {
        if (status != expected) {
            throw new BrokenPromise(request + " must answer " + expected + ", and answered " + status + ": " + text());
        }
        return this;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The member at a JSON pointer (RFC 6901), as text. */
    String at(String pointer) {
        var node = json().at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            throw new BrokenPromise(request + " must tell " + pointer + ", and answered " + text());
        }
        return node.asString();
    }

    Stream<JsonNode> each(String pointer) {
        return json().at(pointer).valueStream();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return request + " -> " + status;
    }
}
