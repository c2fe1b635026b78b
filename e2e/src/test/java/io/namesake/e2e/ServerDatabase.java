package io.namesake.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A look into a running server's embedded database, as its administrator could take it. */
final class ServerDatabase implements AutoCloseable {

    /**
     * A column that can hold bytes.
     *
     * @param table its table
     * @param column its name
     */
    record BinaryColumn(String table, String column) {}

    private final Connection connection;

    private ServerDatabase(Connection connection) {
        this.connection = connection;
    }

    static ServerDatabase of(Path data) throws IOException, SQLException {
        return new ServerDatabase(
                DriverManager.getConnection("jdbc:postgresql://localhost:" + port(data) + "/postgres", "postgres", ""));
    }

    /** The port in PostgreSQL's own {@code postmaster.pid} (fourth line). */
    static String port(Path data) throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
    }

    long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Whether the decision on an application is committed, and is VERIFIED. */
    boolean isVerified(String applicationId) throws SQLException {
        String query = "SELECT state = 'VERIFIED' FROM application WHERE id = ?::uuid";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, applicationId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Lets the capture link of an application run out, as a day's waiting would. */
    void letLinkExpire(String applicationId) throws SQLException {
        String change =
                "UPDATE capture_link SET expires_at = now() - interval '1 second' WHERE application_id = ?::uuid";
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            statement.setString(1, applicationId);
            statement.executeUpdate();
        }
    }

    /** Changes what was logged, as somebody with all rights could who wants to hide something. */
    void tamperWithAuditEntry(long seq) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Switches the triggers off that keep the log append-only.
            statement.execute("SET session_replication_role = replica");
            statement.executeUpdate("UPDATE audit_entry SET subject_id = 'nobody' WHERE seq = " + seq);
        }
    }

    /** Every column of Namesake's own tables that could hold a picture. */
    List<BinaryColumn> binaryColumns() throws SQLException {
        String query = """
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1, 2""";
        List<BinaryColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                columns.add(new BinaryColumn(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }

    /** How many values of a column have at least so many bytes; a picture has thousands, a hash or a key few. */
    long valuesOfAtLeast(BinaryColumn column, int bytes) throws SQLException {
        String query = "SELECT count(*) FROM " + column.table() + " WHERE octet_length(" + column.column() + ") >= ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(1, bytes);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
