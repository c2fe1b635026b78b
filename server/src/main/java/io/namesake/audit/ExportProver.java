package io.namesake.audit;

import io.namesake.audit.AuditVerification.Signed;
import io.namesake.audit.AuditVerification.Unreadable;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.MerkleTree;
import io.namesake.audit.merkle.NeededNodes;
import io.namesake.audit.note.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Takes proofs out of an export, which it verifies as it reads it: nothing is proved of a log that is broken. */
public record ExportProver(ExportVerifier export) {

    /** What came of it. */
    public sealed interface Proving {
        /** The proof, by the newest checkpoint of the export. */
        record Proved(AuditProof proof) implements Proving {}

        /** The export does not hold. */
        record NotProvable(AuditVerification why) implements Proving {}

        /** The export has fewer entries than that. */
        record TooShort(long entries) implements Proving {}
    }

    /** That an entry is in the log. @param seq 1 for the first */
    public Proving inclusion(long seq) throws IOException {
        var entry = new AtomicReference<EntryLine>();
        return prove(
                seq,
                size -> new NeededNodes(nodes -> MerkleTree.inclusion(nodes, seq - 1, size)),
                seen -> {
                    if (seen.seq() == seq) {
                        entry.set(seen);
                    }
                },
                (proof, checkpoint) -> AuditProof.Inclusion.of(entry.get(), proof, checkpoint));
    }

    /** That the log begins with all of an earlier one. @param from how many entries that had, 1 or more */
    public Proving consistency(long from) throws IOException {
        return prove(
                from,
                size -> new NeededNodes(nodes -> {
                    var rootAndProof = new ArrayList<Hash>();
                    rootAndProof.add(MerkleTree.root(nodes, from));
                    rootAndProof.addAll(MerkleTree.consistency(nodes, from, size));
                    return rootAndProof;
                }),
                _ -> {},
                (rootAndProof, checkpoint) -> AuditProof.Consistency.of(
                        from, rootAndProof.getFirst(), rootAndProof.subList(1, rootAndProof.size()), checkpoint));
    }

    private Proving prove(
            long least,
            LongFunction<NeededNodes> needed,
            Consumer<EntryLine> seen,
            BiFunction<List<Hash>, SignedCheckpoint, AuditProof> proof)
            throws IOException {
        long size;
        try {
            size = claimedSize(export.file());
        } catch (Malformed malformed) {
            return new Proving.NotProvable(new Unreadable(malformed.line(), malformed.getMessage()));
        }
        if (least < 1 || least > size) {
            return new Proving.TooShort(size);
        }
        var nodes = needed.apply(size);
        return switch (export.verify(seen, nodes)) {
            case Signed signed -> new Proving.Proved(proof.apply(nodes.proof(), signed.checkpoint()));
            case AuditVerification broken -> new Proving.NotProvable(broken);
        };
    }

    /** Of the newest checkpoint, before anything is believed. */
    private static long claimedSize(Path file) throws IOException, Malformed {
        try (var reader = ExportReader.open(file)) {
            long size = 0;
            for (var next = reader.checkpoint(); next.isPresent(); next = reader.checkpoint()) {
                size = next.get().checkpoint().size();
            }
            return size;
        }
    }
}
