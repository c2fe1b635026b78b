package io.namesake.cli;

import io.namesake.crypto.KeyKind;
import io.namesake.crypto.KeyUse;
import io.namesake.crypto.Keyset;
import io.namesake.registry.DigestUse;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "disable",
        description =
                "Switches a key off that nothing in the database was sealed or indexed with; it can be switched on again.")
final class KeysDisableCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The key's eight digits, as `namesake keys status` shows them.")
    private String id;

    @Option(
            names = "--lose-renewed",
            description =
                    "With --index: switch it off although nothing tells what some digests are made of. Whoever shows a"
                            + " document that they renewed before such notes were taken is then not known by that one any more.")
    private boolean loseRenewed;

    @Mixin
    private KeysetChoice choice;

    @Override
    public Integer call() throws GeneralSecurityException {
        Libraries.beQuiet();
        var keyset = choice.read();
        if (choice.kind() == KeyKind.INDEXING) {
            refuseWhileIndexed();
        } else {
            refuseWhileSealed(keyset);
        }
        try {
            choice.write(keyset.withKey(id, false), spec.commandLine().getOut());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.USAGE, e.getMessage());
        }
        return Exit.OK.code();
    }

    private void refuseWhileSealed(Keyset keyset) {
        long used = KeysInDatabase.uses(choice, keyset).stream()
                .filter(use -> use.keyId().equalsIgnoreCase(id))
                .mapToLong(KeyUse::rows)
                .sum();
        if (used > 0) {
            throw new CommandFailure(
                    Exit.REFUSED,
                    "%,d values are still sealed with that key; see namesake keys status".formatted(used));
        }
    }

    private void refuseWhileIndexed() {
        var digests = KeysInDatabase.digests(choice);
        long used = rows(digests, use -> !use.lost() && id.equalsIgnoreCase(use.keyId()));
        if (used > 0) {
            throw new CommandFailure(
                    Exit.REFUSED,
                    "%,d digests are still of that key; see namesake keys status --index".formatted(used));
        }
        long untold = rows(digests, use -> !use.lost() && use.keyId() == null);
        if (untold > 0) {
            throw new CommandFailure(
                    Exit.REFUSED,
                    "%,d digests do not tell yet which key made them; a running server finds out within the hour"
                            .formatted(untold));
        }
        long lost = rows(digests, use -> use.lost() && (use.keyId() == null || id.equalsIgnoreCase(use.keyId())));
        if (lost > 0 && !loseRenewed) {
            throw new CommandFailure(
                    Exit.REFUSED,
                    ("%,d digests may be of that key and cannot be made anew: nothing tells what they are made of."
                                    + " See --lose-renewed.")
                            .formatted(lost));
        }
    }

    private static long rows(List<DigestUse> digests, Predicate<DigestUse> which) {
        return digests.stream().filter(which).mapToLong(DigestUse::rows).sum();
    }
}
