package io.namesake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Where the issuer beside ours is for every server of this JVM; a test that needs it starts it there. */
public final class TestIssuerAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** A port that is free. */
    public static final int PORT = freePort();

    /** The issuer's name. */
    public static final String ISSUER = "http://localhost:" + PORT;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test-issuer", Map.of("namesake.oidc.issuer", ISSUER)));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
