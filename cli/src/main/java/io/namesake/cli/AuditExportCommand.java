package io.namesake.cli;

import io.namesake.audit.AuditExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Writes the signed part of the audit log into a file that can be checked without a server.",
            "",
            "It holds every entry up to the newest checkpoint, the checkpoints, and the public keys that signed them. Check it"
                    + " with 'namesake audit verify FILE' or with tools/audit-verify.py."
        })
final class AuditExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; replaced as a whole.")
    private Path out;

    @ArgGroup
    private AuditPlace place;

    @Override
    public Integer call() {
        Libraries.beQuiet();
        Path written = out.resolveSibling(out.getFileName() + ".part");
        try (AuditDatabase database = AuditPlace.open(place);
                Connection connection = database.connect()) {
            try {
                AuditExport.Written result = write(connection, written);
                if (result.entries() == 0) {
                    throw new CommandFailure(
                            Exit.UNAVAILABLE, "Nothing is signed yet: start the server, which does so each minute");
                }
                // Half an export never lies where a whole one is looked for.
                Files.move(written, out, StandardCopyOption.REPLACE_EXISTING);
                report(result);
                return Exit.OK.code();
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (SQLException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The audit log can't be read: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, out + " can't be written");
        }
    }

    private AuditExport.Written write(Connection connection, Path file) throws SQLException, IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
                ExportProgress progress = ExportProgress.on(spec.commandLine().getErr())) {
            return AuditExport.write(connection, stream, progress);
        }
    }

    private void report(AuditExport.Written result) {
        PrintWriter answer = spec.commandLine().getOut();
        answer.printf("%d entries are in %s.%n", result.entries(), out);
        if (result.leftOff() > 0) {
            answer.printf(
                    "%d came after the newest checkpoint and are not signed yet; they are left for the next export.%n",
                    result.leftOff());
        }
    }
}
