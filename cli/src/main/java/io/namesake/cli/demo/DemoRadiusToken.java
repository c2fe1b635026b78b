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

/** The token of the demo's RADIUS server, asked for as an operator's engineer would: by the API. */
public final class DemoRadiusToken {
    private static final String NAME = "demo";
    private static final String SERVERS = "/v1/radius/servers";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final String server;
    private final String apiKey;

    private DemoRadiusToken(HttpClient client, String server, String apiKey) {
        this.client = client;
        this.server = server;
        this.apiKey = apiKey;
    }

    /**
     * A new token; that of the last demo is worth nothing any more.
     *
     * @param server where Namesake listens, on this machine
     * @param apiKey the demo operator's
     */
    public static String make(String server, String apiKey) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return new DemoRadiusToken(client, server, apiKey).make();
        }
    }

    private String make() throws IOException, InterruptedException {
        for (JsonNode known : send("GET", SERVERS, BodyPublishers.noBody()).get("servers")) {
            if (known.get("name").asString().equals(NAME)) {
                send("DELETE", SERVERS + "/" + known.get("id").asString(), BodyPublishers.noBody());
            }
        }
        return send("POST", SERVERS, BodyPublishers.ofString("{\"name\":\"" + NAME + "\"}"))
                .get("token")
                .asString();
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
}
