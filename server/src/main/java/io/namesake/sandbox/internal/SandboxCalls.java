package io.namesake.sandbox.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of this very server's API, over HTTP, as a browser makes them. No other server is called. */
final class SandboxCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST_PROBLEM = 64 * 1024;

    private final RestClient client;
    private final JsonMapper json;
    private final String path;

    private SandboxCalls(RestClient client, JsonMapper json, String path) {
        this.client = client;
        this.json = json;
        this.path = path;
    }

    /** @param port where this server listens */
    static SandboxCalls of(int port, JsonMapper json) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        var client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl("http://localhost:" + port)
                .build();
        return new SandboxCalls(client, json, "");
    }

    SandboxCalls asAnyone() {
        return this;
    }

    /** With an applicant's session, to addresses below the application's. */
    SandboxCalls as(String session, UUID application) {
        var own = client.mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(session))
                .build();
        return new SandboxCalls(own, json, "/v1/applications/" + application);
    }

    JsonNode get(String address) {
        return answer(client.get().uri(path + address));
    }

    JsonNode post(String address, Object body) {
        return answer(client.post()
                .uri(path + address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body));
    }

    JsonNode put(String address, Object body) {
        return answer(client.method(HttpMethod.PUT)
                .uri(path + address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body));
    }

    /** @param parts bytes are files, anything else is JSON */
    JsonNode upload(String address, Map<String, ? extends List<?>> parts) {
        var body = new LinkedMultiValueMap<String, Object>();
        parts.forEach((name, all) ->
                all.forEach(part -> body.add(name, part instanceof byte[] bytes ? file(bytes) : part)));
        return answer(client.post()
                .uri(path + address)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(body));
    }

    private JsonNode answer(RestClient.RequestHeadersSpec<?> request) {
        var answer = request.retrieve()
                .onStatus(HttpStatusCode::isError, (asked, refused) -> {
                    throw problem(refused);
                })
                .body(byte[].class);
        return json.readTree(answer == null ? new byte[0] : answer);
    }

    /** What a real applicant would have been told. */
    private Problem problem(ClientHttpResponse refused) throws IOException {
        try {
            var said = json.readTree(refused.getBody().readNBytes(LARGEST_PROBLEM));
            var type = Arrays.stream(ProblemType.values())
                    .filter(known -> known.slug().equals(said.path("code").asString("")))
                    .findFirst()
                    .orElse(ProblemType.INTERNAL_ERROR);
            var detail = said.path("detail").asString("");
            return detail.isEmpty() ? new Problem(type) : new Problem(type, detail);
        } catch (JacksonException none) {
            return new Problem(ProblemType.INTERNAL_ERROR);
        }
    }

    private static ByteArrayResource file(byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return "file";
            }
        };
    }
}
