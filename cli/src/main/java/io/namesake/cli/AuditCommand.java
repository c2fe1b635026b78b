package io.namesake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = "Works with the audit log.",
        subcommands = {
            AuditVerifyCommand.class,
            AuditExportCommand.class,
            AuditProveCommand.class,
            AuditVerifyProofCommand.class,
            AuditNewKeyCommand.class
        })
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
