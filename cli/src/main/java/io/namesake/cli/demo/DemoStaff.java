package io.namesake.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody of the demo operator's staff, whom whoever tries the demo can be. */
public final class DemoStaff {
    private static final String NAME = "Demo colleague";
    private static final List<String> ROLES = List.of("AGENT", "REVIEWER", "SUPERVISOR");

    private DemoStaff() {}

    /**
     * How to get in: a one-time link before the sign-in is set up, the number to sign in with after that.
     *
     * @param server where Namesake listens, on this machine
     * @param apiKey the demo operator's
     */
    public static String wayIn(String server, String apiKey) throws IOException, InterruptedException {
        try (DemoApi api = new DemoApi(server, apiKey)) {
            for (JsonNode known : api.get("/v1/staff").get("staff")) {
                if (!known.get("name").asString().equals(NAME)) {
                    continue;
                }
                return known.get("signIn").asString().equals("READY")
                        ? "sign in as " + known.get("number").asString()
                        : link(api.post("/v1/staff/" + known.get("id").asString() + "/invitation", Map.of()));
            }
            return link(api.post("/v1/staff/invitations", Map.of("name", NAME, "roles", ROLES)));
        }
    }

    private static String link(JsonNode invitation) {
        return "set up by     " + invitation.get("url").asString();
    }
}
