package io.namesake.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** An embedded PostgreSQL that is on its way. */
final class StartingDatabase {
    private final CompletableFuture<EmbeddedDatabase> database = new CompletableFuture<>();

    StartingDatabase(Path dataDirectory) {
        Thread.ofPlatform().name("start-postgres").start(() -> {
            try {
                database.complete(EmbeddedDatabase.start(dataDirectory));
            } catch (RuntimeException | Error e) {
                database.completeExceptionally(e);
            }
        });
    }

    /** Waits until it accepts connections. @throws IllegalStateException when another process works in its directory */
    EmbeddedDatabase started() {
        try {
            return database.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    void close() throws Exception {
        if (!database.isCompletedExceptionally()) {
            database.join().close();
        }
    }
}
