package io.namesake;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own with the server's tables and without the server, for tests of a few classes.
 *
 * @param dataSource opens a new connection each time
 */
public record MigratedDatabase(DataSource dataSource, JdbcTransactionManager transactions) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static MigratedDatabase create() {
        var name = "migrated_" + NUMBER.incrementAndGet();
        var template = Template.URL.substring(Template.URL.lastIndexOf('/') + 1);
        JdbcClient.create(at("postgres"))
                .sql("create database " + name + " template " + template)
                .update();
        return new MigratedDatabase(at(name), new JdbcTransactionManager(at(name)));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(transactions.getDataSource());
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    private static PGSimpleDataSource at(String name) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(Template.URL.substring(0, Template.URL.lastIndexOf('/') + 1) + name);
        dataSource.setUser("postgres");
        return dataSource;
    }

    /** Migrated once, and copied from then on, which takes a tenth of the time. */
    private static final class Template {
        static final String URL = TestDatabase.newDatabase();

        static {
            Flyway.configure().dataSource(URL, "postgres", "").load().migrate();
        }
    }
}
