package io.namesake.sandbox.internal;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** A sandbox asks its own register, and no other: nothing of its made-up people may reach an authority. */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class SandboxDefaults implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String ENABLED = "namesake.sandbox.enabled";
    private static final String AUTHORITY = "namesake.authority.kind";
    private static final String SANDBOX = "SANDBOX";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        boolean enabled = environment.getProperty(ENABLED, Boolean.class, false);
        var authority = environment.getProperty(AUTHORITY, "NONE").toUpperCase(Locale.ROOT);
        if (!enabled && authority.equals(SANDBOX)) {
            throw new IllegalStateException(AUTHORITY + " is SANDBOX, which goes with " + ENABLED + " only");
        }
        if (!enabled) {
            return;
        }
        if (!authority.equals("NONE") && !authority.equals(SANDBOX)) {
            throw new IllegalStateException(ENABLED
                    + " is on, and so no authority is asked but the sandbox's own: take " + AUTHORITY + " away");
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("namesake-sandbox", Map.of(AUTHORITY, SANDBOX)));
    }
}
