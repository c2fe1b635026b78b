package io.namesake.audit;

import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.AuditVerification.Signed;
import io.namesake.audit.AuditVerification.Unreadable;
import io.namesake.audit.merkle.GrowingTree;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.note.Checkpoint;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Verifies an export without a server or a network: every signature, every link, and the tree over all entries against every
 * checkpoint. Entries stream through it. {@code tools/audit-verify.py} does the same in another language, and says the same.
 *
 * @param file what {@link AuditExport} wrote, or claims to
 * @param keys whom to trust; with none, the export's own keys, which shows only that it agrees with itself
 * @param since a checkpoint that was kept from earlier: the log must begin with what it signed
 */
public record ExportVerifier(Path file, List<VerifierKey> keys, Optional<SignedCheckpoint> since) {

    /** @throws IOException when the file cannot be read at all */
    public AuditVerification verify() throws IOException {
        return verify(entry -> {}, (height, index, root) -> {});
    }

    /** As {@link #verify()}, with somebody who sees every entry and subtree pass by, before it is known that all is well. */
    AuditVerification verify(Consumer<EntryLine> seen, GrowingTree.Grown grown) throws IOException {
        try (var export = ExportReader.open(file)) {
            var trusted = keys.isEmpty() ? export.keys() : keys;
            var expected = new ArrayList<Checkpoint>();
            long size = 0;
            Optional<SignedCheckpoint> newest = Optional.empty();
            for (var next = export.checkpoint(); next.isPresent(); next = export.checkpoint()) {
                var checkpoint = next.get().checkpoint();
                if (checkpoint.size() <= size) {
                    throw new Malformed(
                            export.line(), "Line %d: the checkpoints do not grow.".formatted(export.line()));
                }
                size = checkpoint.size();
                if (!next.get().isSignedBy(trusted)) {
                    return CheckpointRows.notSigned(size);
                }
                expected.add(checkpoint);
                newest = next;
            }
            if (since.isPresent()) {
                if (!since.get().isSignedBy(trusted)) {
                    return CheckpointRows.notSigned(since.get().checkpoint().size());
                }
                if (since.get().checkpoint().size() > 0) {
                    expected.add(since.get().checkpoint());
                }
                expected.sort(Comparator.comparingLong(Checkpoint::size));
            }
            return entries(export, expected, newest.orElseThrow(), seen, grown);
        } catch (Malformed malformed) {
            return new Unreadable(malformed.line(), malformed.getMessage());
        }
    }

    private AuditVerification entries(
            ExportReader export,
            List<Checkpoint> expected,
            SignedCheckpoint newest,
            Consumer<EntryLine> seen,
            GrowingTree.Grown grown)
            throws IOException, Malformed {
        var checkpoints = expected.iterator();
        var chain = new ChainCheck();
        var roots = new RootCheck<RuntimeException>(
                () -> checkpoints.hasNext() ? Optional.of(checkpoints.next()) : Optional.empty(), grown);
        for (var entry = export.entry(); entry.isPresent(); entry = export.entry()) {
            var broken = chain.next(entry.get(), this::placeOfFollower);
            if (broken.isEmpty() && chain.seq() > newest.checkpoint().size()) {
                broken = Optional.of(new Broken(
                        chain.seq(),
                        Damage.ADDED,
                        "Entry %d comes after the newest checkpoint, which is of %d entries."
                                .formatted(chain.seq(), newest.checkpoint().size())));
            }
            if (broken.isEmpty()) {
                broken = roots.next(chain.hash());
            }
            if (broken.isPresent()) {
                return broken.get();
            }
            seen.accept(entry.get());
        }
        return roots.end()
                .map(AuditVerification.class::cast)
                .orElseGet(() -> new Signed(chain.hash().hex(), newest));
    }

    /** A second look through the file, for the sake of a good name for the damage. */
    private OptionalLong placeOfFollower(Hash hash) throws IOException {
        try (var export = ExportReader.open(file)) {
            while (export.checkpoint().isPresent()) {
                // They come before the entries.
            }
            long place = 1;
            for (var entry = export.entry(); entry.isPresent(); entry = export.entry()) {
                if (entry.get().previous().equals(hash.hex())) {
                    return OptionalLong.of(place);
                }
                place++;
            }
        } catch (Malformed unreadable) {
            // What lies behind it is not looked for; the first reading names it, if it comes so far.
        }
        return OptionalLong.empty();
    }
}
