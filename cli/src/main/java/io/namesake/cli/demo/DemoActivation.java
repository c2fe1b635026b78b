package io.namesake.cli.demo;

import io.namesake.provisioning.activation.sandbox.ActivationSandbox;
import io.namesake.provisioning.activation.sandbox.ActivationScript;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/** The sandbox activation server beside the demo: a line shows up there once its person is verified, and not before. */
public final class DemoActivation implements AutoCloseable {
    private static final int TOKEN_BYTES = 18;

    private final ActivationSandbox sandbox;
    private final String token;

    private DemoActivation(ActivationSandbox sandbox, String token) {
        this.sandbox = sandbox;
        this.token = token;
    }

    /**
     * Starts it on any port that is free.
     *
     * @throws IOException when there is none
     */
    public static DemoActivation start(Clock clock, SecureRandom random) throws IOException {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new DemoActivation(ActivationSandbox.start(0, ActivationScript.shipped(), token, clock, _ -> {}), token);
    }

    /** How the server is to tell it. */
    public Map<String, Object> settings(DemoOperator operator) {
        return Map.of(
                "namesake.activation.servers[0].operator",
                operator.operator(),
                "namesake.activation.servers[0].url",
                sandbox.url().toString(),
                "namesake.activation.servers[0].token",
                token);
    }

    /** What to try, once the server is ready. */
    public String whatToTry(String address, String apiKey) {
        return """
                Activation      %1$s shows what the network was told (TMF640)
                  Order a line, then open its verificationLink and verify: the line is there afterwards, and not before:
                  curl -s %2$s/v1/tmf-api/serviceOrdering/v4/serviceOrder -H 'Authorization: Bearer %3$s' \\
                    -H 'Content-Type: application/json' -d '{"serviceOrderItem":[{"id":"1","action":"add","service":
                      {"serviceType":"mobile","serviceCharacteristic":[{"name":"line","value":"+8613800138001"}]}}]}'
                """.formatted(sandbox.pageUrl(), address, apiKey);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
