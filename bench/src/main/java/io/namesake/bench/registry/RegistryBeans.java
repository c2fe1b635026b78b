package io.namesake.bench.registry;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.privacy.RetentionSettings;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The registry with what it stands on, and no web server around it. */
@EnableConfigurationProperties(RetentionSettings.class)
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan({"io.namesake.registry", "io.namesake.audit", "io.namesake.crypto", "io.namesake.time"})
class RegistryBeans {

    @Bean
    HikariDataSource pool(DatabaseUrl database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername("postgres");
        // Three registries are asked one after another.
        pool.setMaximumPoolSize(4);
        return pool;
    }

    @Bean
    @Primary
    AskedSql dataSource(HikariDataSource pool) {
        return new AskedSql(pool);
    }

    record DatabaseUrl(String jdbcUrl) {}

    @Bean
    JdbcTransactionManager transactions(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transaction(JdbcTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    JdbcClient jdbc(DataSource dataSource) {
        return JdbcClient.create(dataSource);
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

    @Bean
    OperatorDirectory operators() {
        return new OperatorDirectory() {
            @Override
            public String of(OperatorId operator) {
                return "Made-up Telecom";
            }

            @Override
            public OperatorId first() {
                throw new UnsupportedOperationException("Nothing here asks for the first operator");
            }
        };
    }
}
