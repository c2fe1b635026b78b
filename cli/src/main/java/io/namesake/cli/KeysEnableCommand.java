package io.namesake.cli;

import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "enable", description = "Switches a key on again.")
final class KeysEnableCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The key's eight digits, as `namesake keys status` shows them.")
    private String id;

    @Mixin
    private KeysetChoice choice;

    @Override
    public Integer call() throws GeneralSecurityException {
        Libraries.beQuiet();
        try {
            choice.write(choice.read().withKey(id, true), spec.commandLine().getOut());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage());
        }
        return Exit.OK.code();
    }
}
