package io.namesake.cli.demo;

import io.namesake.client.NamesakeClient;
import io.namesake.client.RadiusApi;
import io.namesake.client.model.NewRadiusServer;
import java.net.URI;

/** The token of the demo's RADIUS server. */
public final class DemoRadiusToken {
    private static final String NAME = "demo";

    private DemoRadiusToken() {}

    /**
     * A new token; that of the last demo is worth nothing any more.
     *
     * @param server where Namesake listens, on this machine
     * @param apiKey the demo operator's
     */
    public static String make(URI server, String apiKey) {
        try (var client = NamesakeClient.of(server).bearer(apiKey).build()) {
            var radius = new RadiusApi(client);
            radius.listRadiusServers().servers().stream()
                    .filter(known -> known.name().equals(NAME))
                    .forEach(known -> radius.deleteRadiusServer(known.id()));
            return radius.createRadiusServer(
                            NewRadiusServer.builder().name(NAME).build())
                    .token();
        }
    }
}
