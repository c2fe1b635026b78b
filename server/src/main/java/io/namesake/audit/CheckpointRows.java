package io.namesake.audit;

import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.note.Checkpoint;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The stored checkpoints in the order of their sizes, for whoever has a connection and no server. */
final class CheckpointRows implements RootCheck.Checkpoints<SQLException>, AutoCloseable {
    private static final int ROWS_AT_A_TIME = 1000;

    private final Statement statement;
    private final ResultSet rows;

    private CheckpointRows(Statement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** @param connection inside a transaction, or all rows would be fetched at once */
    static CheckpointRows open(Connection connection) throws SQLException {
        var statement = connection.createStatement();
        statement.setFetchSize(ROWS_AT_A_TIME);
        return new CheckpointRows(
                statement,
                statement.executeQuery(
                        exist(connection)
                                ? "select size, note from audit_checkpoint order by size, id"
                                : "select 0, '' where false"));
    }

    /** @param keys one of which must have signed each; with none, a checkpoint must only be readable */
    static Optional<Broken> firstNotSigned(Connection connection, List<VerifierKey> keys) throws SQLException {
        try (var checkpoints = open(connection)) {
            while (checkpoints.rows.next()) {
                var note = SignedCheckpoint.parse(checkpoints.rows.getString("note"));
                if (note.isEmpty() || !(keys.isEmpty() || note.get().isSignedBy(keys))) {
                    return Optional.of(notSigned(checkpoints.rows.getLong("size")));
                }
            }
        }
        return Optional.empty();
    }

    static Broken notSigned(long size) {
        return new Broken(
                size,
                Damage.NOT_SIGNED,
                "The checkpoint of %d entries is not signed by a key that is trusted.".formatted(size));
    }

    @Override
    public Optional<Checkpoint> next() throws SQLException {
        return rows.next()
                ? SignedCheckpoint.parse(rows.getString("note")).map(SignedCheckpoint::checkpoint)
                : Optional.empty();
    }

    /** A folder that an older server left has no such table yet. */
    static boolean exist(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('audit_checkpoint') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** SQL for what witnesses signed under the checkpoint of that table's row; an older server's database has nothing of it. */
    static String cosignatures(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('audit_cosignature') is not null")) {
            return row.next() && row.getBoolean(1)
                    ? "coalesce((select string_agg(c.line, '' order by c.at, c.witness) from audit_cosignature c"
                            + " where c.size = " + table + ".size), '')"
                    : "''";
        }
    }

    /** The newest one, with its cosignatures. */
    static Optional<SignedCheckpoint> newest(Connection connection) throws SQLException {
        if (!exist(connection)) {
            return Optional.empty();
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select note || " + cosignatures(connection, "audit_checkpoint")
                        + " from audit_checkpoint order by id desc limit 1")) {
            return row.next() ? SignedCheckpoint.parse(row.getString(1)) : Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
