package io.namesake.cli;

import io.namesake.crypto.KeyKind;
import io.namesake.crypto.KeyUse;
import io.namesake.registry.DigestUse;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description =
                "Shows the keys, and how many values each has sealed, or with --index how many digests it has made, that are still there.")
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
        boolean sealing = choice.kind() == KeyKind.SEALING;
        List<KeyUse> uses = sealing ? KeysInDatabase.uses(choice, keyset) : List.of();
        List<DigestUse> digests = sealing ? List.of() : KeysInDatabase.digests(choice);
        for (var key : keyset.keys()) {
            out.printf("%s  %s%n", key.id(), key.primary() ? "primary" : key.enabled() ? "opens" : "disabled");
            uses.stream()
                    .filter(use -> use.keyId().equals(key.id()))
                    .forEach(use -> out.printf("  %,d in %s%n", use.rows(), use.column()));
            digests.stream().filter(use -> key.id().equals(use.keyId())).forEach(use -> print(use, out));
        }
        digests.stream().filter(use -> use.keyId() == null).forEach(use -> {
            out.println(use.lost() ? "unknown key, and cannot be made anew" : "not yet known which key");
            print(use, out);
        });
        out.flush();
        return Exit.OK.code();
    }

    private static void print(DigestUse use, PrintWriter out) {
        out.printf("  %,d digests%s%n", use.rows(), use.lost() ? " that cannot be made anew" : "");
    }
}
