package io.namesake.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP API as a caller sees it.
 *
 * @param server whom to call
 * @param credential what follows {@code Authorization: Bearer}, or nothing
 */
record Api(ServerProcess server, String credential) {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param contentType its media type, empty without one
     * @param body the JSON, or a null node
     */
    record Answer(int status, String contentType, JsonNode body) {

        /** The stable name of the problem; the whole answer when it is none. */
        String problem() {
            return contentType.startsWith("application/problem+json")
                    ? body.get("type").asString()
                    : toString();
        }

        /** This answer, if it has that status. */
        Answer must(int expected) {
            if (status != expected) {
                throw new AssertionError("%d was expected, and not %s".formatted(expected, this));
            }
            return this;
        }

        String text(String member) {
            return body.get(member).asString();
        }
    }

    static Api operator(ServerProcess server) {
        return new Api(server, ServerProcess.API_KEY);
    }

    static Api anyone(ServerProcess server) {
        return new Api(server, "");
    }

    Api as(String otherCredential) {
        return new Api(server, otherCredential);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    /** @param form {@code application/x-www-form-urlencoded} */
    Answer postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Answer put(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    Answer post(String path, Multipart body) {
        return send(request(path)
                .header("Content-Type", body.contentType())
                .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path)).timeout(Duration.ofSeconds(60));
        return credential.isEmpty() ? request : request.header("Authorization", "Bearer " + credential);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json")
                    ? JsonMapper.shared().readTree(response.body())
                    : JsonMapper.shared().nullNode();
            return new Answer(response.statusCode(), type, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
