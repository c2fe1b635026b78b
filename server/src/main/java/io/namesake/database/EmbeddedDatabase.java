package io.namesake.database;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, started with the server and keeping its data in {@code <data>/postgres}.
 *
 * <p>It is a real PostgreSQL with every commit flushed to disk, so what was accepted is still there after a power cut.
 * The library behind it is made for throw-away test databases; its defaults that trade safety for speed are turned back here.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final DataDirectoryLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataDirectoryLock lock, EmbeddedPostgres postgres) {
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts PostgreSQL on a free port, making its data directory on the first start.
     *
     * @param dataDirectory the server's data directory; the database lies in {@code postgres} below it
     * @throws IllegalStateException when another process works in that directory
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize().resolve("postgres");
        try {
            Files.createDirectories(directory.getParent());
            var lock = DataDirectoryLock.acquire(directory.resolveSibling("postgres.lock"));
            try {
                OrphanedPostmaster.stop(directory);
                if (!Files.exists(directory.resolve("PG_VERSION"))) {
                    log.info("Making a new database in {}", directory);
                }
                return new EmbeddedDatabase(lock, launch(directory));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start PostgreSQL in " + directory, e);
        }
    }

    private static EmbeddedPostgres launch(Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                // Spring stops it after the connections are closed; a hook of its own would pull it away from under
                // them.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", sharedMebibytes(memory()) + "MB")
                // Between checkpoints each page is written whole once; with millions of lines that is most of what is
                // written.
                .setServerConfig("max_wal_size", "4GB")
                .setLocaleConfig("locale", "C")
                .start();
    }

    /**
     * An eighth of the machine: PostgreSQL's manual (section 19.4.1) advises a quarter for a server that has it to itself, and this
     * one shares it with the networks. At most 2 GiB, at least the library's 128 MiB.
     */
    static long sharedMebibytes(long machineBytes) {
        return Math.clamp((machineBytes >> 20) / 8, 128, 2048);
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** Where it answers, for its user {@code postgres}, who needs no password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    String user() {
        return "postgres";
    }

    String password() {
        return "";
    }

    @Override
    public void close() throws IOException {
        try {
            postgres.close();
        } finally {
            lock.close();
        }
    }
}
