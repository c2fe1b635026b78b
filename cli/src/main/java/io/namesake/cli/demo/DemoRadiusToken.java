package io.namesake.cli.demo;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The token of the demo's RADIUS server. */
public final class DemoRadiusToken {
    private static final String NAME = "demo";
    private static final String SERVERS = "/v1/radius/servers";

    private DemoRadiusToken() {}

    /**
     * A new token; that of the last demo is worth nothing any more.
     *
     * @param server where Namesake listens, on this machine
     * @param apiKey the demo operator's
     */
    public static String make(String server, String apiKey) throws IOException, InterruptedException {
        try (DemoApi api = new DemoApi(server, apiKey)) {
            for (JsonNode known : api.get(SERVERS).get("servers")) {
                if (known.get("name").asString().equals(NAME)) {
                    api.delete(SERVERS + "/" + known.get("id").asString());
                }
            }
            return api.post(SERVERS, Map.of("name", NAME)).get("token").asString();
        }
    }
}
