package io.namesake;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the server.
 *
 * <p>Everything is configured by {@code NAMESAKE_*} environment variables, or by properties of the same meaning
 * ({@code NAMESAKE_DATA_DIR} is {@code namesake.data-dir}); see {@code application.yaml} for the list.
 */
// A module's classes are called what they are in it; two modules may each have a table of cases.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class NamesakeServer {

    public static void main(String[] arguments) {
        start(Map.of());
    }

    /**
     * Starts the server and returns when it answers requests.
     *
     * @param properties settings that win over the environment, such as {@code namesake.port=8081}
     * @return the running server; closing it stops the server and its embedded database
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        var application = new SpringApplication(NamesakeServer.class);
        application.addInitializers(new StartProperties(properties));
        return application.run();
    }

    /** Comes before whatever reads a setting. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    private record StartProperties(Map<String, Object> properties)
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("namesake-start", properties));
        }
    }
}
