package io.namesake.audit;

import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.merkle.GrowingTree;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.TreeHash;
import io.namesake.audit.note.Checkpoint;
import java.util.Optional;

/**
 * Compares the tree over the entries, as it grows, with what checkpoints say that it was. A log whose hashes were all made anew
 * passes every test of the chain and fails here.
 *
 * @param <X> how getting the next checkpoint can fail
 */
final class RootCheck<X extends Exception> {
    private final GrowingTree tree;
    private final Checkpoints<X> checkpoints;
    private Optional<Checkpoint> wanted;
    private long confirmed;

    /** Checkpoints in the order of their sizes. */
    @FunctionalInterface
    interface Checkpoints<X extends Exception> {
        /** The next one; empty after the last. */
        Optional<Checkpoint> next() throws X;
    }

    /** @param grown is told of each subtree that becomes complete */
    RootCheck(Checkpoints<X> checkpoints, GrowingTree.Grown grown) throws X {
        this.checkpoints = checkpoints;
        this.tree = GrowingTree.empty(grown);
        this.wanted = checkpoints.next();
    }

    /** Goes one entry further. @param entry its hash in the chain */
    Optional<Broken> next(Hash entry) throws X {
        tree.add(TreeHash.leafOf(entry));
        while (wanted.isPresent() && wanted.get().size() <= tree.size()) {
            if (!isRight(wanted.get())) {
                return Optional.of(new Broken(
                        confirmed + 1,
                        Damage.REWRITTEN,
                        "The entries %d to %d are not those that the checkpoint of %d entries was made of."
                                .formatted(confirmed + 1, tree.size(), tree.size())));
            }
            confirmed = tree.size();
            wanted = checkpoints.next();
        }
        return Optional.empty();
    }

    /** Whether a checkpoint is left for which the log is too short. */
    Optional<Broken> end() {
        return wanted.map(checkpoint -> new Broken(
                tree.size() + 1,
                Damage.REMOVED,
                "Entry %d is missing: there is a checkpoint of %d entries."
                        .formatted(tree.size() + 1, checkpoint.size())));
    }

    private boolean isRight(Checkpoint checkpoint) {
        return checkpoint.size() == tree.size() && checkpoint.root().equals(tree.root());
    }
}
