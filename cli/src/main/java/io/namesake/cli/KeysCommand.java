package io.namesake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        description = "Makes and replaces the keys that seal what is kept.",
        subcommands = {
            KeysNewCommand.class,
            KeysStatusCommand.class,
            KeysRotateCommand.class,
            KeysDisableCommand.class,
            KeysEnableCommand.class
        })
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? new, status, rotate, disable or enable");
    }
}
