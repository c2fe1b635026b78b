package io.namesake.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the connections, to a server of the operator's or to an embedded one. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Closed before the embedded server stops, since it was made from it. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<StartingDatabase> embedded) {
        var pool = new HikariConfig();
        pool.setPoolName("namesake");
        pool.setMaximumPoolSize(settings.connections());
        // One is enough while nobody calls; a new one takes some milliseconds.
        pool.setMinimumIdle(1);
        // The server's details repeat values of rows, and these would reach logs with the exception's message.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        if (settings.embedded()) {
            var server = embedded.getObject().started();
            pool.setJdbcUrl(server.jdbcUrl());
            pool.setUsername(server.user());
            pool.setPassword(server.password());
        } else {
            var address = DatabaseAddress.parse(settings.url());
            pool.setJdbcUrl(address.jdbcUrl());
            pool.setUsername(settings.user() != null ? settings.user() : address.user());
            pool.setPassword(settings.password() != null ? settings.password() : address.password());
        }
        return new HikariDataSource(pool);
    }
}
