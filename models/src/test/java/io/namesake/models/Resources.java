package io.namesake.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of this jar. */
final class Resources {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Resources() {}

    static byte[] read(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream("/io/namesake/models/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> networks() {
        return List.copyOf(JSON.readTree(read("models.json")).get("networks").values());
    }

    static List<JsonNode> samples() {
        return List.copyOf(
                JSON.readTree(read("samples/samples.json")).get("samples").values());
    }
}
