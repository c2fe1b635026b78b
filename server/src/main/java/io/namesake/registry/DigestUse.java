package io.namesake.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many digests of the blind index a key has made that are still there: while there are any, the key cannot be switched off.
 *
 * @param keyId eight hexadecimal digits; null where the digest does not tell, because it is older than such notes
 * @param lost whether nothing tells any more what the digests are made of, so that they cannot be made anew: numbers of documents
 *     that were renewed before such notes were taken
 * @param rows more than 0
 */
public record DigestUse(@Nullable String keyId, boolean lost, long rows) {

    /** Reads one index of the database. */
    public static List<DigestUse> count(Connection connection) throws SQLException {
        var uses = new ArrayList<DigestUse>();
        try (var query = connection.prepareStatement("""
                select key_id, lost, count(*) from holder_index group by key_id, lost order by key_id nulls last, lost
                """);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                uses.add(new DigestUse(rows.getString(1), rows.getBoolean(2), rows.getLong(3)));
            }
        }
        return List.copyOf(uses);
    }
}
