package io.namesake.application.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.unit.DataSize;

/** Lets the networks be read while Spring starts; only the readiness of the server waits for them. A sandbox has none. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class EarlyModels implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String BEAN = "openVerifier";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!(context.getBeanFactory() instanceof DefaultListableBeanFactory beans)) {
            return;
        }
        var settings = context.getEnvironment();
        if (settings.getProperty("namesake.sandbox.enabled", Boolean.class, false)) {
            beans.registerSingleton("sandboxFaces", new SandboxFaces());
            return;
        }
        var largest = DataSize.parse(settings.getRequiredProperty("spring.servlet.multipart.max-file-size"));
        var verifier = new OpenVerifier(
                path(settings, "namesake.models-dir"),
                path(settings, "namesake.calibration"),
                Math.toIntExact(largest.toBytes()));
        beans.registerSingleton(BEAN, verifier);
        beans.registerDisposableBean(BEAN, verifier::close);
    }

    private static Optional<Path> path(PropertyResolver settings, String name) {
        return Optional.ofNullable(settings.getProperty(name))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }
}
