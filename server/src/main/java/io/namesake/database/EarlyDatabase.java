package io.namesake.database;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Lets the embedded PostgreSQL start while Spring reads its configuration; only the first connection waits for it. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String BEAN = "startingDatabase";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        if (!settings.getProperty("namesake.database.url", "").isBlank()
                || !(context.getBeanFactory() instanceof DefaultListableBeanFactory beans)) {
            return;
        }
        var starting = new StartingDatabase(Path.of(settings.getRequiredProperty("namesake.data-dir")));
        beans.registerSingleton(BEAN, starting);
        // Stopped also when the server's own start fails later on.
        beans.registerDisposableBean(BEAN, starting::close);
    }
}
