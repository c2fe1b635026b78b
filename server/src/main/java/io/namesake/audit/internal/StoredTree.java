package io.namesake.audit.internal;

import io.namesake.audit.merkle.GrowingTree;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.Nodes;
import io.namesake.audit.merkle.Tile;
import io.namesake.audit.merkle.TreeHash;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tree over the log as it lies in the database: one row for each 256 entries, and one for each 256 of those, and so on. A
 * proof in a log of a thousand million entries reads eight tiles of at most 256 neighbouring rows.
 */
@Component
class StoredTree {
    /** Entries in one transaction, so that a long log that has no tree yet gets it in pieces. */
    private static final long AT_A_TIME = 256L * Tile.WIDTH;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StoredTree(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes the subtrees that entries have completed since the last time. What was made stays, whatever dies in between. */
    void grow() {
        while (Boolean.TRUE.equals(transaction.execute(_ -> growALittle()))) {
            // The next piece in a transaction of its own.
        }
    }

    /** As {@link #grow}, within the caller's transaction: for the few entries that came since. */
    void growNow() {
        while (growALittle()) {
            // One piece after the other.
        }
    }

    /** The hashes of the tree; what was read is kept for the next question, so it is for one proof. */
    Nodes nodes() {
        return new TiledNodes();
    }

    /** How many entries the log has. They all can be read: head and entry become visible together. */
    long entries() {
        return jdbc.sql("select seq from audit_head").query(Long.class).single();
    }

    /** Lets nobody else grow the tree or sign it until the transaction ends. @return how far the subtrees reach */
    long lock() {
        return jdbc.sql("select leaves from audit_tree for update")
                .query(Long.class)
                .single();
    }

    private boolean growALittle() {
        long from = lock();
        long complete = entries() / Tile.WIDTH * Tile.WIDTH;
        long to = Math.min(complete, from + AT_A_TIME);
        if (to == from) {
            return false;
        }
        var tree = GrowingTree.of(nodes(), from, this::keep);
        leaves(from, to).forEach(tree::add);
        jdbc.sql("update audit_tree set leaves = :leaves").param("leaves", to).update();
        return to < complete;
    }

    private void keep(int height, long index, Hash root) {
        if (height > 0 && Tile.isKept(height)) {
            jdbc.sql("insert into audit_subtree (height, place, hash) values (:height, :place, :hash)")
                    .param("height", height)
                    .param("place", index)
                    .param("hash", root.bytes())
                    .update();
        }
    }

    /** The tree is one for all operators, and of an entry only its hash is read. */
    private List<Hash> leaves(long from, long to) {
        return CurrentScope.call(Scope.ofSystem("audit tree"), () -> read(from, to));
    }

    private List<Hash> read(long from, long to) {
        return jdbc.sql("select hash from audit_entry where seq > :from and seq <= :to order by seq")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> TreeHash.leafOf(Hash.of(row.getBytes(1))))
                .list();
    }

    private List<Hash> read(Tile tile) {
        if (tile.height() == 0) {
            return leaves(tile.first(), tile.first() + Tile.WIDTH);
        }
        return jdbc.sql("""
                        select hash from audit_subtree
                        where height = :height and place >= :first and place < :first + :width order by place
                        """)
                .param("height", tile.height())
                .param("first", tile.first())
                .param("width", Tile.WIDTH)
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .list();
    }

    private final class TiledNodes implements Nodes {
        private final Map<Tile, List<Hash>> read = new HashMap<>();

        @Override
        public Hash node(int height, long index) {
            var tile = Tile.of(height, index);
            int width = 1 << (height - tile.height());
            int first = (int) (index * width - tile.first());
            var hashes = new ArrayList<>(
                    read.computeIfAbsent(tile, StoredTree.this::read).subList(first, first + width));
            while (hashes.size() > 1) {
                for (int i = 0; i < hashes.size() / 2; i++) {
                    hashes.set(i, TreeHash.node(hashes.get(2 * i), hashes.get(2 * i + 1)));
                }
                hashes.subList(hashes.size() / 2, hashes.size()).clear();
            }
            return hashes.getFirst();
        }
    }
}
