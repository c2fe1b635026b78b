package io.namesake.audit;

import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.AuditVerification.Intact;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Recomputes the audit log from its first entry. It needs nothing but a connection that may read, so that an auditor can run it
 * without the server; entries stream through it, so that the log's length does not matter.
 *
 * <p>It finds what was done to the log behind the server's back. Who replaces the whole log, with its head, is found by a hash
 * that was noted down elsewhere: see {@link Intact#headHash}.
 */
public final class AuditVerifier {
    private static final int ROWS_AT_A_TIME = 1000;

    private AuditVerifier() {}

    /**
     * Reads the whole log as it is at this moment; entries appended meanwhile are left for the next time.
     *
     * @param connection to Namesake's database, not inside a transaction; given back as it was
     * @throws SQLException when the log cannot be read
     */
    public static AuditVerification verify(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        boolean readOnly = connection.isReadOnly();
        int isolation = connection.getTransactionIsolation();
        connection.setReadOnly(true);
        // Entries and head must be of one moment, or a log that grows meanwhile would look damaged.
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return recompute(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
        }
    }

    private static AuditVerification recompute(Connection connection) throws SQLException {
        long seq = 0;
        var hash = Hash.GENESIS;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery("""
                    select seq, at, operator_id, type, subject_id, details, previous_hash, hash
                    from audit_entry order by seq
                    """)) {
                while (rows.next()) {
                    var entry = entry(rows);
                    var broken = brokenAt(connection, seq + 1, hash, entry);
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                    seq = entry.seq();
                    hash = entry.hash();
                }
            }
        }
        return comparedWithHead(connection, seq, hash);
    }

    private static Optional<Broken> brokenAt(Connection connection, long place, Hash before, LinkedEntry entry)
            throws SQLException {
        if (entry.seq() == place
                && entry.previous().equals(before)
                && entry.hash().equals(entry.computedHash(before))) {
            return Optional.empty();
        }
        if (entry.seq() != place) {
            return Optional.of(missing(connection, place, before));
        }
        if (entry.previous().equals(before) || entry.hash().equals(entry.computedHash(before))) {
            return Optional.of(new Broken(
                    place, Damage.ALTERED, "The content of entry %d does not fit its hash.".formatted(place)));
        }
        if (entry.hash().equals(entry.computedHash(entry.previous()))) {
            // This entry is as it was written; so it was the one before it that got new content and a new hash.
            long rewritten = Math.max(1, place - 1);
            return Optional.of(new Broken(
                    rewritten,
                    Damage.ALTERED,
                    "Entry %d is not the one that the entry after it was linked to.".formatted(rewritten)));
        }
        return Optional.of(missing(connection, place, before));
    }

    /** The entry that belongs at this place is elsewhere in the log, or nowhere. */
    private static Broken missing(Connection connection, long place, Hash before) throws SQLException {
        var elsewhere = follower(connection, before);
        if (elsewhere.isPresent()) {
            return new Broken(
                    place,
                    Damage.REORDERED,
                    "The entry that belongs at place %d stands at place %d.".formatted(place, elsewhere.getAsLong()));
        }
        return new Broken(place, Damage.REMOVED, "Entry %d is missing.".formatted(place));
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

    private static LinkedEntry entry(ResultSet row) throws SQLException {
        return new LinkedEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("operator_id", UUID.class),
                row.getString("type"),
                row.getString("subject_id"),
                row.getString("details"),
                Hash.of(row.getBytes("previous_hash")),
                Hash.of(row.getBytes("hash")));
    }
}
