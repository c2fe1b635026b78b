package io.namesake.cli;

import io.namesake.crypto.KeyKind;
import io.namesake.crypto.KeyUse;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "disable",
        description = "Switches a key off that nothing in the database was sealed with; it can be switched on again.")
final class KeysDisableCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The key's eight digits, as `namesake keys status` shows them.")
    private String id;

    @Mixin
    private KeysetChoice choice;

    @Override
    public Integer call() throws GeneralSecurityException {
        Libraries.beQuiet();
        if (choice.kind() == KeyKind.INDEXING) {
            throw new CommandFailure(
                    Exit.USAGE, "A key of the index stays: what it made does not tell which key made it.");
        }
        var keyset = choice.read();
        long used = KeysInDatabase.uses(choice, keyset).stream()
                .filter(use -> use.keyId().equalsIgnoreCase(id))
                .mapToLong(KeyUse::rows)
                .sum();
        if (used > 0) {
            throw new CommandFailure(
                    Exit.REFUSED,
                    "%,d values are still sealed with that key; see namesake keys status".formatted(used));
        }
        try {
            choice.write(keyset.withKey(id, false), spec.commandLine().getOut());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage());
        }
        return Exit.OK.code();
    }
}
