package io.namesake.database;

import java.nio.file.Path;

/** A process that commits something and then waits for its SIGKILL. */
final class ServerToKill {
    static final String READY = "ready to be killed";

    private ServerToKill() {}

    // The database is left open on purpose: this process never ends by itself.
    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]));
        EmbeddedDatabaseTest.execute(database, "create table kept as select 'still here' as word");
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }
}
