package io.namesake.audit.internal;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditProof;
import io.namesake.audit.EntryLine;
import io.namesake.audit.internal.CheckpointTable.Stored;
import io.namesake.audit.merkle.MerkleTree;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proofs of what is in the log. An operator gets the content of its own entries and of those of the installation as a whole. The
 * hashes of others' entries that a proof is made of tell nothing: each covers a random id and a time in microseconds, which nobody
 * guesses who does not know them.
 */
@Component
class Proofs {
    private final StoredTree tree;
    private final JdbcClient jdbc;

    Proofs(StoredTree tree, JdbcClient jdbc) {
        this.tree = tree;
        this.jdbc = jdbc;
    }

    /** @throws Problem when the operator may see no such entry among those that the checkpoint signs */
    AuditProof.Inclusion inclusion(OperatorId operator, long seq, Stored stored) {
        var checkpoint = stored.signed().checkpoint();
        var entry = jdbc.sql("""
                        select * from audit_entry
                        where seq = :seq and seq <= :size and (operator_id is null or operator_id = :operator)
                        """)
                .param("seq", seq)
                .param("size", checkpoint.size())
                .param("operator", operator.value())
                .query((row, number) -> EntryLine.of(row))
                .optional()
                .orElseThrow(() -> new Problem(ProblemType.AUDIT_ENTRY_UNKNOWN));
        return AuditProof.Inclusion.of(
                entry, MerkleTree.inclusion(tree.nodes(), seq - 1, checkpoint.size()), stored.signed());
    }

    /** What the operator may read: its own and the installation's, the oldest first. @param limit 1 or more */
    List<EntryLine> entries(OperatorId operator, long after, int limit) {
        // Each half by its own part of the index, however many entries others have in between.
        return jdbc.sql("""
                        select * from (
                            (select * from audit_entry where operator_id = :operator and seq > :after order by seq limit :limit)
                            union all
                            (select * from audit_entry where operator_id is null and seq > :after order by seq limit :limit)
                        ) both_halves order by seq limit :limit
                        """)
                .param("operator", operator.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> EntryLine.of(row))
                .list();
    }

    /** @param from 1 to the size of the checkpoint */
    AuditProof.Consistency consistency(long from, Stored stored) {
        var nodes = tree.nodes();
        var size = stored.signed().checkpoint().size();
        return AuditProof.Consistency.of(
                from, MerkleTree.root(nodes, from), MerkleTree.consistency(nodes, from, size), stored.signed());
    }
}
