package io.namesake.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the log is: in one place only. */
final class AuditPlace {

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "postgresql://user:password@host:port/database (default: $NAMESAKE_DATABASE_URL).")
    private String databaseUrl;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of a server with its own PostgreSQL, running or not (default: ./data).")
    private Path data;

    /** The database that was named, or that the environment names, or that of the usual folder. */
    static AuditDatabase open(AuditPlace place) {
        String environment = System.getenv("NAMESAKE_DATABASE_URL");
        if (place != null && place.data != null) {
            return AuditDatabase.inFolder(place.data);
        }
        if (place != null && place.databaseUrl != null) {
            return AuditDatabase.at(place.databaseUrl);
        }
        return environment == null || environment.isBlank()
                ? AuditDatabase.inFolder(Path.of("data"))
                : AuditDatabase.at(environment);
    }
}
