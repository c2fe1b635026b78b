package io.namesake.audit;

import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.merkle.GrowingTree;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.Tile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the subtrees that the server keeps, to make proofs of, with the entries below them. */
final class SubtreeCheck implements GrowingTree.Grown {
    private final Connection connection;
    private final boolean kept;
    private final List<Subtree> grown = new ArrayList<>();

    private record Subtree(int height, long index, Hash root) {}

    SubtreeCheck(Connection connection) throws SQLException {
        this.connection = connection;
        this.kept = CheckpointRows.exist(connection);
    }

    @Override
    public void complete(int height, long index, Hash root) {
        if (kept && height > 0 && Tile.isKept(height)) {
            grown.add(new Subtree(height, index, root));
        }
    }

    /** What differs of the subtrees that became complete since the last time. One that is not kept yet does not. */
    Optional<Broken> broken() throws SQLException {
        for (var subtree : grown) {
            if (!isAsKept(subtree)) {
                long first = (subtree.index() << subtree.height()) + 1;
                return Optional.of(new Broken(
                        first,
                        Damage.ALTERED,
                        "The %d entries from entry %d on are not those that their kept subtree was made of."
                                .formatted(1L << subtree.height(), first)));
            }
        }
        grown.clear();
        return Optional.empty();
    }

    private boolean isAsKept(Subtree subtree) throws SQLException {
        try (var statement =
                connection.prepareStatement("select hash from audit_subtree where height = ? and place = ?")) {
            statement.setInt(1, subtree.height());
            statement.setLong(2, subtree.index());
            try (var rows = statement.executeQuery()) {
                return !rows.next() || Hash.of(rows.getBytes("hash")).equals(subtree.root());
            }
        }
    }
}
