package io.namesake.cli;

import io.namesake.audit.ExportProver;
import io.namesake.audit.ExportProver.Proving;
import io.namesake.audit.ExportVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "prove",
        description = {
            "Takes a proof out of an export and prints it; 'namesake audit verify-proof' checks it without the export.",
            "",
            "The export is verified on the way: exit code 1 when it is broken, 65 when it is none."
        })
final class AuditProveCommand implements Callable<Integer> {

    /** One proof at a time. */
    private static final class What {

        @Option(names = "--seq", paramLabel = "N", description = "That entry N is in the log.")
        private Long seq;

        @Option(
                names = "--consistency",
                paramLabel = "FROM",
                description = "That the log begins with all of the log of FROM entries.")
        private Long from;
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What 'namesake audit export' wrote.")
    private Path file;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Mixin
    private AuditTrust trust;

    @Override
    public Integer call() {
        var prover = new ExportProver(
                new ExportVerifier(AuditFile.existing(spec, file), trust.keys(spec), trust.since(spec)));
        try {
            Proving proving = what.seq != null ? prover.inclusion(what.seq) : prover.consistency(what.from);
            return switch (proving) {
                case Proving.Proved proved -> {
                    spec.commandLine()
                            .getOut()
                            .println(JsonMapper.builder().build().writeValueAsString(proved.proof()));
                    yield Exit.OK.code();
                }
                case Proving.NotProvable broken ->
                    AuditAnswer.print(
                            broken.why(),
                            spec.commandLine().getErr(),
                            spec.commandLine().getErr());
                case Proving.TooShort log ->
                    throw new CommandFailure(
                            Exit.USAGE, "The log in this export has the entries 1 to %d".formatted(log.entries()));
            };
        } catch (IOException e) {
            throw InputFile.unreadable(file);
        }
    }
}
