package io.namesake.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditVerification;
import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.AuditVerification.Intact;
import io.namesake.audit.AuditVerifier;
import io.namesake.audit.merkle.GrowingTree;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.MerkleProof;
import io.namesake.audit.merkle.MerkleTree;
import io.namesake.audit.merkle.TreeHash;
import io.namesake.audit.note.SigningKey;
import io.namesake.audit.note.VerifierKey;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {
    private final SignedLog log = new SignedLog();

    @Test
    void nothing_is_signed_while_the_log_is_empty() {
        assertThat(log.checkpoints(SignedLog.KEY).make()).isEmpty();
    }

    @Test
    void a_checkpoint_signs_the_root_over_all_entries_and_a_log_that_did_not_grow_is_not_signed_again() {
        var first = log.append(5).make(SignedLog.KEY);
        assertThat(first.signed().checkpoint().size()).isEqualTo(5);
        assertThat(first.signed().checkpoint().root()).isEqualTo(recomputed());
        assertThat(first.signed().isSignedBy(List.of(SignedLog.KEY.verifier()))).isTrue();
        assertThat(log.make(SignedLog.KEY)).isEqualTo(first);
        assertThat(count("audit_checkpoint")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 512, 1000})
    void a_tree_that_grew_in_pieces_has_the_root_and_the_proofs_of_one_that_grew_at_once(int size) {
        log.append(1).sign().append(size / 2).sign().append(size - 1 - size / 2).sign();
        var checkpoint = log.table.newest().orElseThrow().signed().checkpoint();
        assertThat(checkpoint.size()).isEqualTo(size);
        assertThat(checkpoint.root()).isEqualTo(recomputed());
        assertThat(count("audit_subtree")).isEqualTo(size / 256);
        var hashes = hashes();
        for (int index = 0; index < size; index += 37) {
            var proof = MerkleTree.inclusion(log.tree.nodes(), index, size);
            assertThat(MerkleProof.rootOfInclusion(index, size, TreeHash.leafOf(hashes.get(index)), proof))
                    .contains(checkpoint.root());
        }
    }

    @Test
    void a_tree_of_three_levels_of_tiles_gives_proofs_at_its_edges() throws SQLException {
        int size = 65_536 + 300;
        // The chain does not matter for the tree, so the hashes come from the database itself.
        log.tamper("""
                insert into audit_entry select n, now(), null, 'a', 'b', '{}', sha256(int8send(n - 1)), sha256(int8send(n))
                from generate_series(1, %1$d) n;
                update audit_head set seq = %1$d, hash = sha256(int8send(%1$d))
                """.formatted(size));
        var checkpoint = log.make(SignedLog.KEY).signed().checkpoint();
        assertThat(checkpoint.root()).isEqualTo(recomputed());
        assertThat(count("audit_subtree where height = 16")).isEqualTo(1);
        assertThat(count("audit_subtree where height = 8")).isEqualTo(257);
        var hashes = hashes();
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, 65_791, 65_792, size - 1}) {
            var proof = MerkleTree.inclusion(log.tree.nodes(), index, size);
            assertThat(MerkleProof.rootOfInclusion(index, size, TreeHash.leafOf(hashes.get(index)), proof))
                    .contains(checkpoint.root());
        }
        for (long from : new long[] {1, 256, 65_536, 65_537, 65_792, size}) {
            assertThat(MerkleProof.isConsistent(
                            from,
                            MerkleTree.root(log.tree.nodes(), from),
                            size,
                            checkpoint.root(),
                            MerkleTree.consistency(log.tree.nodes(), from, size)))
                    .isTrue();
        }
    }

    @Test
    void many_who_sign_and_append_at_once_leave_one_line_of_checkpoints() throws SQLException {
        var signers = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 10; i++) {
                        log.append(30);
                        log.make(SignedLog.KEY);
                    }
                }))
                .toList();
        signers.forEach(CompletableFuture::join);

        assertThat(verify(SignedLog.KEY.verifier()))
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.count()).isEqualTo(1200));
        assertThat(log.table.newest().orElseThrow().signed().checkpoint().size())
                .isEqualTo(1200);
    }

    @Test
    void a_log_that_no_longer_begins_with_what_was_signed_is_not_signed_again() {
        log.append(10).sign();
        log.tamper("update audit_entry set hash = sha256('x') where seq = 4");
        log.append(1);

        assertThatThrownBy(() -> log.make(SignedLog.KEY))
                .isInstanceOf(LogRewritten.class)
                .hasMessageContaining("10 entries");
        assertThat(count("audit_checkpoint")).isEqualTo(1);
    }

    @Test
    void a_log_that_lost_its_end_is_not_signed_again() {
        log.append(10).sign();
        log.tamper("delete from audit_entry where seq > 8;"
                + " update audit_head set (seq, hash) = (select seq, hash from audit_entry where seq = 8)");

        assertThatThrownBy(() -> log.make(SignedLog.KEY)).isInstanceOf(LogRewritten.class);
    }

    @Test
    void a_new_key_signs_what_the_old_one_had_signed_and_both_are_known() throws Exception {
        var next = SigningKey.generate("lines.example.com/audit", new SecureRandom());
        log.append(10).sign().make(next);

        assertThat(log.table.newest().orElseThrow().signed().isSignedBy(List.of(next.verifier())))
                .isTrue();
        assertThat(verify(SignedLog.KEY.verifier(), next.verifier())).isInstanceOf(Intact.class);
        assertThat(verify(next.verifier()))
                .isEqualTo(new Broken(
                        10, Damage.NOT_SIGNED, "The checkpoint of 10 entries is not signed by a key that is trusted."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_checkpoint set note = ''",
                "delete from audit_checkpoint",
                "truncate audit_checkpoint",
                "update audit_subtree set hash = sha256('x')",
                "delete from audit_subtree",
                "delete from audit_key",
                "delete from audit_tree"
            })
    void the_database_refuses_to_change_what_was_signed(String sql) {
        log.append(256).sign();
        assertThatThrownBy(() -> log.database.jdbc().sql(sql).update()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_chain_that_was_made_anew_as_a_whole_is_found_by_the_checkpoints_in_the_database() throws SQLException {
        log.append(4).sign().append(4).sign();
        rewriteFrom(6);

        assertThat(verify())
                .isEqualTo(new Broken(
                        5,
                        Damage.REWRITTEN,
                        "The entries 5 to 8 are not those that the checkpoint of 8 entries was made of."));
    }

    @Test
    void a_log_that_was_cut_with_its_head_is_found_by_the_checkpoints_in_the_database() throws SQLException {
        log.append(10).sign();
        log.tamper("delete from audit_entry where seq > 8;"
                + " update audit_head set (seq, hash) = (select seq, hash from audit_entry where seq = 8)");

        assertThat(verify())
                .isEqualTo(new Broken(9, Damage.REMOVED, "Entry 9 is missing: there is a checkpoint of 10 entries."));
    }

    @Test
    void a_kept_subtree_that_was_changed_is_found() throws SQLException {
        log.append(600).sign();
        log.tamper("update audit_subtree set hash = sha256('x') where place = 1");

        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.seq()).isEqualTo(257);
            assertThat(broken.damage()).isEqualTo(Damage.ALTERED);
        });
    }

    @Test
    void a_database_of_an_older_server_without_checkpoints_is_verified_as_before() throws SQLException {
        log.append(300);
        log.tamper(
                "drop table audit_checkpoint; drop table audit_subtree; drop table audit_key; drop table audit_tree");

        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @Test
    void an_operator_gets_proofs_of_its_own_entries_and_of_those_of_nobody() {
        log.append(3);
        log.log.append(new io.namesake.audit.AuditEntry(null, "server.started", "namesake"));
        var stored = log.make(SignedLog.KEY);
        var operator = new OperatorId(new UUID(1, 1));

        assertThat(log.proofs.inclusion(operator, 2, stored).entry().operator())
                .isEqualTo(operator.value().toString());
        assertThat(log.proofs.inclusion(operator, 4, stored).entry().type()).isEqualTo("server.started");
        for (long seq : new long[] {0, 1, 3, 5, -1, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> log.proofs.inclusion(operator, seq, stored))
                    .isInstanceOf(io.namesake.problem.Problem.class);
        }
    }

    private void rewriteFrom(int seq) {
        log.tamper("delete from audit_entry where seq >= " + seq);
        var last = log.database
                .jdbc()
                .sql("select encode(hash, 'hex') from audit_entry where seq = " + (seq - 1))
                .query(String.class)
                .single();
        log.tamper("update audit_head set seq = %d, hash = decode('%s', 'hex')".formatted(seq - 1, last));
        log.append(8 - seq + 1);
    }

    private AuditVerification verify(VerifierKey... keys) throws SQLException {
        try (var connection = log.database.dataSource().getConnection()) {
            return AuditVerifier.verify(connection, List.of(keys));
        }
    }

    private List<Hash> hashes() {
        return log.database
                .jdbc()
                .sql("select hash from audit_entry order by seq")
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .list();
    }

    private Hash recomputed() {
        var tree = GrowingTree.empty((height, index, root) -> {});
        hashes().forEach(hash -> tree.add(TreeHash.leafOf(hash)));
        return tree.root();
    }

    private int count(String from) {
        return log.database
                .jdbc()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }
}
