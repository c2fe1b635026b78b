package io.namesake.crypto;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * How many values a key has sealed that are still there.
 *
 * @param keyId eight hexadecimal digits
 * @param column table and column
 * @param rows more than 0
 */
public record KeyUse(String keyId, String column, long rows) {

    /**
     * Looks into every binary column of the database, whatever its name: a column that somebody forgot to list here would be lost
     * with its key. Reads every row of those tables.
     */
    public static List<KeyUse> count(Connection connection, Keyset keyset) throws SQLException {
        var uses = new ArrayList<KeyUse>();
        for (var place : binaryColumns(connection)) {
            for (var key : keyset.keys()) {
                long rows = rows(connection, place, key);
                if (rows > 0) {
                    uses.add(new KeyUse(key.id(), place.table() + "." + place.column(), rows));
                }
            }
        }
        return uses;
    }

    private static List<Place> binaryColumns(Connection connection) throws SQLException {
        var places = new ArrayList<Place>();
        try (var query = connection.prepareStatement("""
                select c.table_name, c.column_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = current_schema() and c.data_type = 'bytea' and t.table_type = 'BASE TABLE'
                order by 1, 2
                """);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                places.add(new Place(rows.getString(1), rows.getString(2)));
            }
        }
        return places;
    }

    private static long rows(Connection connection, Place place, Keyset.Key key) throws SQLException {
        var sql = "select count(*) from \"%s\" where substring(\"%s\" from 1 for 5) = ?"
                .formatted(place.table().replace("\"", "\"\""), place.column().replace("\"", "\"\""));
        try (var query = connection.prepareStatement(sql)) {
            query.setBytes(1, new SealPrefix(HexFormat.fromHexDigits(key.id())).bytes());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private record Place(String table, String column) {}
}
