package io.namesake.registry.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for PostgreSQL's COPY in its text format (PostgreSQL documentation, COPY, "Text Format"). */
final class Copy {
    private static final HexFormat HEX = HexFormat.of();

    private final String into;
    private final StringBuilder rows = new StringBuilder();
    private boolean begun;
    private int count;

    /** @param into a table and its columns, such as {@code holder (id, created_at)} */
    Copy(String into) {
        this.into = into;
    }

    /** The next value of the row: a text, a number, an id, a time or null. */
    Copy value(@Nullable Object value) {
        next();
        if (value == null) {
            rows.append("\\N");
            return this;
        }
        var text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
        return this;
    }

    Copy bytes(byte[] value) {
        next();
        rows.append("\\\\x");
        HEX.formatHex(rows, value);
        return this;
    }

    private void next() {
        if (begun) {
            rows.append('\t');
        }
        begun = true;
    }

    void endRow() {
        rows.append('\n');
        begun = false;
        count++;
    }

    int count() {
        return count;
    }

    /**
     * Into a table that has rules on its rows, which takes no COPY (PostgreSQL documentation, COPY, "Notes"): by way of a table of this transaction's
     * own.
     */
    void insert(Connection connection) throws SQLException {
        if (count == 0) {
            return;
        }
        var table = into.substring(0, into.indexOf(' '));
        var columns = into.substring(into.indexOf('(') + 1, into.indexOf(')'));
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table copied on commit drop as select " + columns + " from " + table
                    + " with no data");
            copy("copied (" + columns + ")", connection);
            statement.execute("insert into " + into + " select " + columns + " from copied");
            statement.execute("drop table copied");
        }
    }

    /** Into a table without such rules. */
    void run(Connection connection) throws SQLException {
        if (count > 0) {
            copy(into, connection);
        }
    }

    private void copy(String where, Connection connection) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var in = new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8))) {
            copy.copyIn("copy " + where + " from stdin", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
