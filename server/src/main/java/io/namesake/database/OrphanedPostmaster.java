package io.namesake.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the server that started it.
 *
 * <p>When the Java process is killed (SIGKILL, out of memory), its PostgreSQL goes on. It holds the data directory, so it is
 * stopped before a new one starts; committed data is safe either way, since the new one replays the write-ahead log.
 * The caller holds the directory's lock, so no living server works with that PostgreSQL.
 */
final class OrphanedPostmaster {
    private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private OrphanedPostmaster() {}

    static void stop(Path directory) throws IOException {
        var found = find(directory);
        if (found.isEmpty()) {
            return;
        }
        var postmaster = found.get();
        log.info("Stopping the PostgreSQL that an earlier run left behind (process {})", postmaster.pid());
        postmaster.destroy();
        if (!ended(postmaster)) {
            postmaster.destroyForcibly();
            if (!ended(postmaster)) {
                throw new IllegalStateException(
                        "The PostgreSQL of an earlier run does not end: process " + postmaster.pid());
            }
        }
        Files.deleteIfExists(directory.resolve("postmaster.pid"));
    }

    /** The first line of {@code postmaster.pid} is the process; a number reused by some other program does not count. */
    private static Optional<ProcessHandle> find(Path directory) throws IOException {
        var file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(OrphanedPostmaster::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
