package io.namesake.audit;

import io.namesake.audit.note.SignedCheckpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the log for those who check it elsewhere: JSON lines, the keys and checkpoints first, then every entry that the newest
 * checkpoint signs. Entries stream through it. {@code docs/audit-log.md} describes the format.
 */
public final class AuditExport {
    private static final int ROWS_AT_A_TIME = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuditExport() {}

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void written(long entries, long all);
    }

    /**
     * What was written.
     *
     * @param entries how many; with 0 nothing was written, since nothing is signed yet
     * @param leftOff how many entries came after the newest checkpoint and are left for the next export
     */
    public record Written(long entries, long leftOff) {}

    private record Header(String format, List<String> keys, int checkpoints) {}

    private record CheckpointLine(String checkpoint) {}

    /**
     * Writes the log as it is at this moment.
     *
     * @param connection to Namesake's database, not inside a transaction; given back as it was
     * @throws SQLException when the log cannot be read
     * @throws IOException when it cannot be written
     */
    public static Written write(Connection connection, OutputStream out, Progress progress)
            throws SQLException, IOException {
        return OneMoment.read(connection, moment -> {
            var checkpoints = checkpoints(moment);
            long head = head(moment);
            if (checkpoints.isEmpty()) {
                return new Written(0, head);
            }
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            line(writer, new Header(ExportReader.FORMAT, keys(moment), checkpoints.size()));
            for (var checkpoint : checkpoints) {
                line(writer, new CheckpointLine(checkpoint.note()));
            }
            long size = checkpoints.getLast().checkpoint().size();
            entries(moment, size, writer, progress);
            writer.flush();
            return new Written(size, head - size);
        });
    }

    private static void entries(Connection connection, long size, Writer writer, Progress progress)
            throws SQLException, IOException {
        try (var statement = connection.prepareStatement("select * from audit_entry where seq <= ? order by seq")) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setLong(1, size);
            try (var rows = statement.executeQuery()) {
                for (long written = 1; rows.next(); written++) {
                    line(writer, EntryLine.of(rows));
                    progress.written(written, size);
                }
            }
        }
    }

    /** The last of each day, and the newest: enough to say on which day a log was rewritten. */
    private static List<SignedCheckpoint> checkpoints(Connection connection) throws SQLException {
        if (!CheckpointRows.exist(connection)) {
            return List.of();
        }
        try (var statement = connection.prepareStatement(
                """
                        select note || %s from (
                            select distinct on (date_trunc('day', at at time zone 'UTC')) size, note from audit_checkpoint
                            order by date_trunc('day', at at time zone 'UTC') desc, id desc limit ?) as last_of_the_day
                        order by size
                        """.formatted(CheckpointRows.cosignatures(connection, "last_of_the_day")))) {
            statement.setInt(1, ExportReader.MOST_CHECKPOINTS);
            try (var rows = statement.executeQuery()) {
                var checkpoints = new ArrayList<SignedCheckpoint>();
                while (rows.next()) {
                    var checkpoint = SignedCheckpoint.parse(rows.getString(1))
                            .orElseThrow(() -> new SQLException("A stored checkpoint cannot be read"));
                    // A key that was changed overnight signs the same size again.
                    checkpoints.removeIf(other ->
                            other.checkpoint().size() == checkpoint.checkpoint().size());
                    checkpoints.add(checkpoint);
                }
                return checkpoints;
            }
        }
    }

    private static List<String> keys(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select vkey from audit_key order by id desc limit " + ExportReader.MOST_KEYS)) {
            var keys = new ArrayList<String>();
            while (rows.next()) {
                keys.addFirst(rows.getString(1));
            }
            return keys;
        }
    }

    private static long head(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select coalesce(max(seq), 0) from audit_entry")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void line(Writer writer, Object value) throws IOException {
        writer.write(JSON.writeValueAsString(value));
        writer.write('\n');
    }
}
