package io.namesake.registry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.MigratedDatabase;
import io.namesake.MovableClock;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.privacy.RetentionSettings;
import io.namesake.registry.internal.RegistryTicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** The registry with what it stands on, for jqwik, which does not start Spring's tests. */
final class RegistryAlone implements AutoCloseable {
    /** How numbers begin of which nobody may hold two. */
    static final String SCARCE = "+86170";

    private final AnnotationConfigApplicationContext context;
    private final Path directory;

    private RegistryAlone(AnnotationConfigApplicationContext context, Path directory) {
        this.context = context;
        this.directory = directory;
    }

    static RegistryAlone start() throws IOException {
        var directory = Files.createTempDirectory("registry-alone");
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "namesake.data-dir",
                                directory.toString(),
                                "namesake.lines-per-person.most",
                                "10000",
                                // One of these for each person, and no more.
                                "namesake.lines-per-person.rules[0].service",
                                "MOBILE",
                                "namesake.lines-per-person.rules[0].prefix",
                                SCARCE,
                                "namesake.lines-per-person.rules[0].most",
                                "1")));
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.register(Beans.class);
        context.refresh();
        return new RegistryAlone(context, directory);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What the server does by itself every few seconds. */
    void tickTransfers() {
        RegistryTicks.transfers(context);
    }

    /** Notes that the holder of the line has died. @return the offer to heirs */
    Transfers.Offer died(OperatorId operator, LineIdentifier line) {
        return RegistryTicks.died(context, operator, line.value());
    }

    /** Takes back that the holder of the line has died. */
    void alive(OperatorId operator, LineIdentifier line) {
        RegistryTicks.alive(context, operator, line.value());
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Not annotated as a configuration, which the server's own component scan would find. */
    @EnableConfigurationProperties(RetentionSettings.class)
    @EnableTransactionManagement(proxyTargetClass = true) // as Spring Boot does
    @ComponentScan({"io.namesake.registry", "io.namesake.audit", "io.namesake.crypto"})
    static class Beans {
        @Bean
        HikariDataSource dataSource() {
            var pool = new HikariConfig();
            pool.setDataSource(MigratedDatabase.create().dataSource());
            return new HikariDataSource(pool);
        }

        @Bean
        JdbcTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        TransactionTemplate transaction(JdbcTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        OperatorDirectory operators() {
            return new OperatorDirectory() {
                @Override
                public String of(OperatorId operator) {
                    return "Operator " + operator;
                }

                @Override
                public OperatorId first() {
                    throw new UnsupportedOperationException("The registry asks for no first operator");
                }
            };
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        MeterRegistry metrics() {
            return new SimpleMeterRegistry();
        }

        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        JsonMapper json() {
            return new JsonMapper();
        }
    }
}
