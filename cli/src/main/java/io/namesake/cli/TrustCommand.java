package io.namesake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "trust",
        description = "Which countries' authorities (CSCA) are trusted.",
        subcommands = {TrustImportCommand.class, TrustListCommand.class})
final class TrustCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? import or list");
    }
}
