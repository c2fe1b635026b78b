package io.namesake.e2e;

import io.namesake.e2e.ServerDatabase.BinaryColumn;
import java.sql.SQLException;

/** How many pictures a database holds, wherever they may be: whatever is binary and longer than a key, a hash or the measures of a face. */
final class StoredPictures {

    private static final int SHORTER_THAN_ANY_PICTURE = 5_000;

    private StoredPictures() {}

    static long in(ServerDatabase database) throws SQLException {
        long found = 0;
        for (BinaryColumn column : database.binaryColumns()) {
            found += database.valuesOfAtLeast(column, SHORTER_THAN_ANY_PICTURE);
        }
        return found;
    }
}
