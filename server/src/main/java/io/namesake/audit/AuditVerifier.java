package io.namesake.audit;

import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.AuditVerification.Intact;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Recomputes the audit log from its first entry. It needs nothing but a connection that may read, so that an auditor can run it
 * without the server; entries stream through it, so that the log's length does not matter.
 *
 * <p>It finds what was done to the log behind the server's back. Who replaces the whole log, with its head and its checkpoints, is
 * found by a checkpoint or a hash that was noted down elsewhere: see {@link Intact#headHash} and {@link ExportVerifier}.
 */
public final class AuditVerifier {
    private static final int ROWS_AT_A_TIME = 1000;

    private AuditVerifier() {}

    /** As {@link #verify(Connection, List)}, without a look at signatures. */
    public static AuditVerification verify(Connection connection) throws SQLException {
        return verify(connection, List.of());
    }

    /**
     * Reads the whole log as it is at this moment; entries appended meanwhile are left for the next time.
     *
     * @param connection to Namesake's database, not inside a transaction; given back as it was
     * @param keys one of which must have signed each checkpoint; with none, signatures are not looked at
     * @throws SQLException when the log cannot be read
     */
    public static AuditVerification verify(Connection connection, List<VerifierKey> keys) throws SQLException {
        return OneMoment.read(connection, moment -> recompute(moment, keys));
    }

    /** The newest checkpoint, with what witnesses signed under it; empty while there is none. */
    public static Optional<SignedCheckpoint> newestCheckpoint(Connection connection) throws SQLException {
        return CheckpointRows.newest(connection);
    }

    private static AuditVerification recompute(Connection connection, List<VerifierKey> keys) throws SQLException {
        var notSigned = CheckpointRows.firstNotSigned(connection, keys);
        if (notSigned.isPresent()) {
            return notSigned.get();
        }
        var chain = new ChainCheck();
        var subtrees = new SubtreeCheck(connection);
        try (var checkpoints = CheckpointRows.open(connection);
                var statement = connection.createStatement()) {
            var roots = new RootCheck<>(checkpoints, subtrees);
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery("select * from audit_entry order by seq")) {
                while (rows.next()) {
                    var broken = chain.next(EntryLine.of(rows), hash -> follower(connection, hash));
                    if (broken.isEmpty()) {
                        broken = roots.next(chain.hash());
                    }
                    if (broken.isEmpty()) {
                        broken = subtrees.broken();
                    }
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                }
            }
            var head = comparedWithHead(connection, chain.seq(), chain.hash());
            return head instanceof Broken
                    ? head
                    : roots.end().map(AuditVerification.class::cast).orElse(head);
        }
    }

    private static OptionalLong follower(Connection connection, Hash hash) throws SQLException {
        try (var statement = connection.prepareStatement("select min(seq) from audit_entry where previous_hash = ?")) {
            statement.setBytes(1, hash.bytes());
            try (var rows = statement.executeQuery()) {
                rows.next();
                long seq = rows.getLong(1);
                return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(seq);
            }
        }
    }

    private static AuditVerification comparedWithHead(Connection connection, long seq, Hash hash) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select seq, hash from audit_head")) {
            if (!rows.next()) {
                return new Broken(seq, Damage.REMOVED, "The record of the log's head is missing.");
            }
            long headSeq = rows.getLong("seq");
            var headHash = Hash.of(rows.getBytes("hash"));
            if (seq < headSeq) {
                return new Broken(
                        seq + 1,
                        Damage.REMOVED,
                        "Entry %d is missing: the log ends before its head, %d.".formatted(seq + 1, headSeq));
            }
            if (seq > headSeq) {
                return new Broken(
                        headSeq + 1,
                        Damage.ADDED,
                        "Entry %d comes after the head of the log, %d.".formatted(headSeq + 1, headSeq));
            }
            if (!hash.equals(headHash)) {
                return new Broken(
                        seq, Damage.ALTERED, "Entry %d is not the one that the head of the log knows.".formatted(seq));
            }
            return new Intact(seq, hash.hex());
        }
    }
}
