package io.namesake.audit.internal;

import io.namesake.audit.internal.CheckpointTable.Stored;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.MerkleProof;
import io.namesake.audit.merkle.MerkleTree;
import io.namesake.audit.merkle.Nodes;
import io.namesake.audit.note.Checkpoint;
import io.namesake.audit.note.SigningKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs the log as it stands, each minute in which it grew. Who appends to it never waits for this. */
@Component
class Checkpoints {
    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final StoredTree tree;
    private final CheckpointTable table;
    private final SigningKey key;
    private final CheckpointHealth health;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Checkpoints(
            StoredTree tree,
            CheckpointTable table,
            SigningKey key,
            CheckpointHealth health,
            TransactionTemplate transaction,
            Clock clock) {
        this.tree = tree;
        this.table = table;
        this.key = key;
        this.health = health;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${namesake.audit.checkpoint-every:PT1M}", initialDelayString = "PT10S")
    void tick() {
        try {
            make();
        } catch (LogRewritten rewritten) {
            log.error(rewritten.getMessage());
        } catch (RuntimeException e) {
            // The next minute tries again; health and metrics tell when it goes on like this.
            log.error("The audit log could not be signed", e);
        }
    }

    /**
     * Signs everything that is in the log by now; where that was done already, gives what was signed then.
     *
     * @return empty while the log is
     * @throws LogRewritten when the log no longer begins with what was signed last
     */
    Optional<Stored> make() {
        var outcome = CheckpointHealth.Outcome.FAILED;
        try {
            var made = sign();
            outcome = CheckpointHealth.Outcome.SIGNED;
            return made;
        } catch (LogRewritten rewritten) {
            outcome = CheckpointHealth.Outcome.REFUSED;
            throw rewritten;
        } finally {
            health.note(outcome);
        }
    }

    private Optional<Stored> sign() {
        tree.grow();
        return transaction.execute(_ -> {
            tree.lock();
            long size = tree.entries();
            tree.growNow();
            var newest = table.newest();
            if (size == 0 && newest.isEmpty()
                    || newest.filter(stored -> covers(stored, size)).isPresent()) {
                return newest;
            }
            var nodes = tree.nodes();
            var checkpoint = new Checkpoint(key.verifier().name(), size, MerkleTree.root(nodes, size));
            newest.ifPresent(older -> refuseUnlessGrown(older.signed().checkpoint(), checkpoint, nodes));
            var signed = key.sign(checkpoint);
            table.add(signed, key.verifier(), clock.instant());
            return table.newest();
        });
    }

    private boolean covers(Stored stored, long size) {
        return stored.signed().checkpoint().size() == size && stored.signed().isSignedBy(List.of(key.verifier()));
    }

    private static void refuseUnlessGrown(Checkpoint older, Checkpoint newer, Nodes nodes) {
        if (older.size() > newer.size() || !isGrown(older, newer, nodes)) {
            throw new LogRewritten(older.size());
        }
    }

    private static boolean isGrown(Checkpoint older, Checkpoint newer, Nodes nodes) {
        List<Hash> proof = MerkleTree.consistency(nodes, older.size(), newer.size());
        return MerkleProof.isConsistent(older.size(), older.root(), newer.size(), newer.root(), proof);
    }
}
