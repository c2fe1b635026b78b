package io.namesake.cli;

import io.namesake.crypto.Keyset;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        description = {
            "Prints a new keyset for NAMESAKE_KEYSET, or with --index for NAMESAKE_INDEX_KEYSET.",
            "",
            "It is a secret, and what it seals is lost with it. Where NAMESAKE_KMS_URL is set, it is encrypted by that service."
        })
final class KeysNewCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysetChoice choice;

    @Override
    public Integer call() throws GeneralSecurityException {
        Libraries.beQuiet();
        var out = spec.commandLine().getOut();
        out.println(choice.text(Keyset.generate(choice.kind())));
        out.flush();
        return Exit.OK.code();
    }
}
