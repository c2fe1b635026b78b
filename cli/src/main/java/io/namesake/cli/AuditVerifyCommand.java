package io.namesake.cli;

import io.namesake.audit.AuditVerification;
import io.namesake.audit.AuditVerifier;
import io.namesake.audit.ExportVerifier;
import io.namesake.audit.WitnessReport;
import io.namesake.audit.note.WitnessKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Recomputes the audit log from its first entry: of a database, or offline of an export.",
            "",
            "Prints the number of entries and the last one's hash, or the first entry that is not as it was written. Keep the"
                    + " newest checkpoint elsewhere: a log that was replaced as a whole does not begin with it (--since)."
                    + " Exit code 0 when the log holds, 1 when it does not, 65 when the file is no export."
        })
final class AuditVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "What 'namesake audit export' wrote.")
    private Path file;

    @ArgGroup
    private AuditPlace place;

    @Mixin
    private AuditTrust trust;

    @Option(
            names = "--witness",
            paramLabel = "VKEY",
            description =
                    "The public key of a witness that you trust, name+hash+key; may be given several times. Says who of them"
                            + " cosigned the newest checkpoint.")
    private List<String> witnesses = new ArrayList<>();

    @Override
    public Integer call() {
        if (file != null && place != null) {
            throw new ParameterException(
                    spec.commandLine(), "The log is in a file or in a database: name one of them only");
        }
        if (file == null && trust.hasSince()) {
            throw new ParameterException(
                    spec.commandLine(), "--since goes with an export: make one with 'namesake audit export'");
        }
        return file == null ? database() : export();
    }

    private int export() {
        var verifier = new ExportVerifier(AuditFile.existing(spec, file), trust.keys(spec), trust.since(spec));
        List<WitnessKey> known = witnesses();
        PrintWriter out = spec.commandLine().getOut();
        try {
            AuditVerification verification = verifier.verify();
            int code = AuditAnswer.print(verification, out, spec.commandLine().getErr());
            if (verification instanceof AuditVerification.Signed signed) {
                WitnessReport.of(signed.checkpoint(), known).forEach(out::println);
            }
            if (code == Exit.OK.code() && verifier.keys().isEmpty()) {
                out.println("No key was given: this shows that the export agrees with itself, not who made it.");
            }
            return code;
        } catch (IOException e) {
            throw InputFile.unreadable(file);
        }
    }

    private List<WitnessKey> witnesses() {
        return witnesses.stream()
                .map(text -> WitnessKey.parse(text)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "--witness: a witness's key reads <name>+<hash>+<key>")))
                .toList();
    }

    private int database() {
        Libraries.beQuiet();
        var keys = trust.keys(spec);
        List<WitnessKey> known = witnesses();
        try (AuditDatabase database = AuditPlace.open(place);
                Connection connection = database.connect()) {
            PrintWriter out = spec.commandLine().getOut();
            AuditVerification verification = AuditVerifier.verify(connection, keys);
            int code = AuditAnswer.print(verification, out, spec.commandLine().getErr());
            if (verification instanceof AuditVerification.Intact) {
                AuditVerifier.newestCheckpoint(connection)
                        .ifPresent(newest -> WitnessReport.of(newest, known).forEach(out::println));
            }
            return code;
        } catch (SQLException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The audit log can't be read: " + e.getMessage());
        }
    }
}
