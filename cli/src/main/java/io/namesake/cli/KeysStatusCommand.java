package io.namesake.cli;

import io.namesake.crypto.KeyKind;
import io.namesake.crypto.KeyUse;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description =
                "Shows the keys, and how many values each has sealed that are still there. Reads the whole database.")
final class KeysStatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeysetChoice choice;

    @Override
    public Integer call() {
        Libraries.beQuiet();
        var keyset = choice.read();
        var out = spec.commandLine().getOut();
        // Digests of an index do not tell which key made them.
        List<KeyUse> uses = choice.kind() == KeyKind.SEALING ? KeysInDatabase.uses(choice, keyset) : List.of();
        for (var key : keyset.keys()) {
            out.printf("%s  %s%n", key.id(), key.primary() ? "primary" : key.enabled() ? "opens" : "disabled");
            uses.stream()
                    .filter(use -> use.keyId().equals(key.id()))
                    .forEach(use -> out.printf("  %,d in %s%n", use.rows(), use.column()));
        }
        out.flush();
        return Exit.OK.code();
    }
}
