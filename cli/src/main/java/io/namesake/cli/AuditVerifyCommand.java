package io.namesake.cli;

import io.namesake.audit.AuditVerification;
import io.namesake.audit.AuditVerifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Recomputes the chain of the audit log from its first entry.",
            "",
            "Prints the number of entries and the last one's hash, or the first entry that is not as it was written. Note the"
                    + " hash down elsewhere: a log that was replaced as a whole no longer holds it. Exit code 0 when the"
                    + " chain holds, 1 when it does not."
        })
final class AuditVerifyCommand implements Callable<Integer> {

    /** The log is in one place only. */
    private static final class Place {

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
    }

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Place place;

    @Override
    public Integer call() {
        Libraries.beQuiet();
        PrintWriter out = spec.commandLine().getOut();
        try (AuditDatabase database = open();
                Connection connection = database.connect()) {
            return switch (AuditVerifier.verify(connection)) {
                case AuditVerification.Intact intact -> {
                    out.printf("The audit log is intact: %d entries, the last one's hash is%n", intact.count());
                    out.println(intact.headHash());
                    yield Exit.OK.code();
                }
                case AuditVerification.Broken broken -> {
                    out.printf("The audit log is broken at entry %d (%s).%n", broken.seq(), broken.damage());
                    out.println(broken.explanation());
                    yield Exit.REFUSED.code();
                }
            };
        } catch (SQLException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The audit log can't be read: " + e.getMessage());
        }
    }

    private AuditDatabase open() {
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
