package io.namesake.cli;

import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rotate",
        description = {
            "Adds a key that seals from now on; those before it still open what they sealed.",
            "",
            "After its restart the server seals again what is to stay, or makes the index's digests anew, in the background; `namesake"
                    + " keys status` tells how far it"
                    + " is. Several servers at one database: --prepare first, restart them all, then rotate, and restart them"
                    + " again; so none meets a key that it does not know."
        })
final class KeysRotateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--prepare", description = "Add a key that opens and does not seal yet.")
    private boolean prepare;

    @Mixin
    private KeysetChoice choice;

    @Override
    public Integer call() throws GeneralSecurityException {
        Libraries.beQuiet();
        var keyset = choice.read();
        choice.write(
                prepare ? keyset.prepared() : keyset.rotated(),
                spec.commandLine().getOut());
        return Exit.OK.code();
    }
}
