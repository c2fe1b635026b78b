package io.namesake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** One PostgreSQL for all tests of the JVM, and in it a fresh database for every server that starts. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Generated for tests alone and protects nothing. */
    private static final String KEYSET = """
            {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
            "value":"GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==","keyMaterialType":"SYMMETRIC"},"status":"ENABLED",\
            "keyId":1,"outputPrefixType":"TINK"}]}
            """;

    /** Likewise, of the blind index. */
    private static final String INDEX_KEYSET = """
            {"primaryKeyId":2,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.HmacPrfKey",\
            "value":"EgIIAxogICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=","keyMaterialType":"SYMMETRIC"},"status":"ENABLED",\
            "keyId":2,"outputPrefixType":"RAW"}]}
            """;

    /** Signs checkpoints of tests alone. */
    private static final String AUDIT_KEY =
            "PRIVATE+KEY+test.namesake.example/audit+5a8c592f+AZ+G0IGITH1lmi/qoMVa0BWjv08bKwuCLNFdbBWw8AoI";

    private final Supplier<String> address;

    /** A fresh database for each server, with its tables: migrating each anew would take most of a server's start. */
    public TestDatabase() {
        this(MigratedDatabase::newAddress);
    }

    private TestDatabase(Supplier<String> address) {
        this.address = address;
    }

    /** A database that several servers use, one after the other. @param address what {@link #newDatabase()} gave */
    public static TestDatabase named(String address) {
        return new TestDatabase(() -> address);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "namesake.database.url",
                                address.get(),
                                "namesake.database.user",
                                "postgres",
                                "namesake.database.password",
                                "",
                                "namesake.keyset",
                                base64(KEYSET),
                                "namesake.index-keyset",
                                base64(INDEX_KEYSET),
                                "namesake.audit.key",
                                AUDIT_KEY)));
    }

    private static String base64(String keyset) {
        return Base64.getEncoder().encodeToString(keyset.getBytes(StandardCharsets.UTF_8));
    }

    /** The JDBC address of a new, empty database of user {@code postgres}, without password. */
    public static String newDatabase() {
        var name = "test_" + NUMBER.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not make a database for a test", e);
        }
        return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                // After the servers that use it: each asks it something at its end.
                SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException("Could not start PostgreSQL for the tests", e);
            }
        }

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
