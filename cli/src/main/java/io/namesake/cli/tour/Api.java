package io.namesake.cli.tour;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The public HTTP API of a server, called with somebody's token. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI server;
    private final String token;
    private final Narrator narrator;

    private Api(HttpClient client, URI server, String token, Narrator narrator) {
        this.client = client;
        this.server = server;
        this.token = token;
        this.narrator = narrator;
    }

    /** A caller without any credential. */
    static Api anyone(HttpClient client, URI server, Narrator narrator) {
        return new Api(client, server, "", narrator);
    }

    /** The same server, called by whoever has this token. */
    Api as(String bearer) {
        return new Api(client, server, bearer, narrator);
    }

    Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody(), "");
    }

    Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody(), "");
    }

    Answer post(String path, Map<String, ?> body) {
        return json("POST", path, body);
    }

    Answer put(String path, Map<String, ?> body) {
        return json("PUT", path, body);
    }

    /** An access token (OAuth 2.1, client credentials). */
    Answer token(String client, String secret) {
        var form = "grant_type=client_credentials&client_id=" + client + "&client_secret=";
        return send(
                "POST",
                "/oauth2/token",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(form + URLEncoder.encode(secret, StandardCharsets.UTF_8)),
                form + "...");
    }

    Answer send(String path, FormData form) {
        return send("POST", path, form.contentType(), BodyPublishers.ofByteArray(form.bytes()), form.toString());
    }

    private Answer json(String method, String path, Map<String, ?> body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        return send(method, path, "application/json", BodyPublishers.ofString(json), json);
    }

    private Answer send(String method, String path, String type, BodyPublisher body, String shown) {
        var request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            var answer = new Answer(method + " " + path, response.statusCode(), response.body());
            narrator.asked(method, path, token, shown, answer);
            return answer;
        } catch (IOException e) {
            throw new BrokenPromise(method + " " + path + " was not answered: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenPromise("The tour was interrupted");
        }
    }
}
