package io.namesake.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo asks its own server, as an operator's engineer would: by the API. */
final class DemoApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String server;
    private final String apiKey;

    /**
     * Nothing is asked yet.
     *
     * @param server where Namesake listens, on this machine
     * @param apiKey the demo operator's
     */
    DemoApi(String server, String apiKey) {
        this.server = server;
        this.apiKey = apiKey;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    void delete(String path) throws IOException, InterruptedException {
        send("DELETE", path, BodyPublishers.noBody());
    }

    private JsonNode send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(server + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + apiKey)
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("The server answered " + answer.statusCode() + " to " + method + " " + path);
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
