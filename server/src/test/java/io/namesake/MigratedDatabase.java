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
        var dataSource = at(newName());
        return new MigratedDatabase(dataSource, new JdbcTransactionManager(dataSource));
    }

    /** The JDBC address of a new one, of user {@code postgres}, without password. */
    static String newAddress() {
        return address(newName());
    }

    private static String newName() {
        var name = "migrated_" + NUMBER.incrementAndGet();
        var template = Template.URL.substring(Template.URL.lastIndexOf('/') + 1);
        JdbcClient.create(at("postgres"))
                .sql("create database " + name + " template " + template)
                .update();
        return name;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(transactions.getDataSource());
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    private static String address(String name) {
        return Template.URL.substring(0, Template.URL.lastIndexOf('/') + 1) + name;
    }

    private static PGSimpleDataSource at(String name) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address(name));
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
