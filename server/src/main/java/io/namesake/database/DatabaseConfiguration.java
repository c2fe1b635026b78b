package io.namesake.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens the connections, to a server of the operator's or to an embedded one: one for the tables' owner, a pool for the server. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** For migrations alone. They are for all operators' rows, whose rules bind the owner, too. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource owner(DatabaseSettings settings, ObjectProvider<StartingDatabase> embedded) {
        var login = login(settings, embedded);
        var properties = properties(login);
        properties.setProperty("options", "-c namesake.system=migration");
        return new DriverManagerDataSource(login.jdbcUrl(), properties);
    }

    /** Closed before the embedded server stops, since it was made from it. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            DatabaseSettings settings, ObjectProvider<StartingDatabase> embedded, @FlywayDataSource DataSource owner) {
        new ServerRole(owner).prepare();
        var login = login(settings, embedded);
        var pool = new HikariConfig();
        pool.setPoolName("namesake");
        pool.setMaximumPoolSize(settings.connections());
        // One is enough while nobody calls; a new one takes some milliseconds.
        pool.setMinimumIdle(1);
        pool.setConnectionInitSql("set role " + ServerRole.NAME);
        pool.setDataSource(new ScopedDataSource(new DriverManagerDataSource(login.jdbcUrl(), properties(login))));
        return new HikariDataSource(pool);
    }

    private static Properties properties(DatabaseAddress login) {
        var properties = new Properties();
        if (login.user() != null) {
            properties.setProperty("user", login.user());
        }
        if (login.password() != null) {
            properties.setProperty("password", login.password());
        }
        // The server's details repeat values of rows, and these would reach logs with the exception's message.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    @Bean
    FlywayMigrationStrategy migrateAndLend(
            @FlywayDataSource DataSource owner, @Value("${namesake.sandbox.enabled:false}") boolean sandbox) {
        return flyway -> {
            flyway.migrate();
            new DeploymentMark(owner).require(sandbox);
            new ServerRole(owner).grant();
        };
    }

    private static DatabaseAddress login(DatabaseSettings settings, ObjectProvider<StartingDatabase> embedded) {
        if (settings.embedded()) {
            var server = embedded.getObject().started();
            return new DatabaseAddress(server.jdbcUrl(), server.user(), server.password());
        }
        var address = DatabaseAddress.parse(settings.url());
        return new DatabaseAddress(
                address.jdbcUrl(),
                settings.user() != null ? settings.user() : address.user(),
                settings.password() != null ? settings.password() : address.password());
    }
}
