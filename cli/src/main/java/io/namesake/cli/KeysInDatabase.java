package io.namesake.cli;

import io.namesake.crypto.KeyUse;
import io.namesake.crypto.Keyset;
import java.sql.SQLException;
import java.util.List;

/** What the keys of a keyset have sealed, in the database that belongs to it. */
final class KeysInDatabase {

    private KeysInDatabase() {}

    static List<KeyUse> uses(KeysetChoice choice, Keyset keyset) {
        var url = KeysetChoice.environment("NAMESAKE_DATABASE_URL");
        try (var database = choice.isDataChosen() || url.isEmpty()
                        ? AuditDatabase.inFolder(choice.data())
                        : AuditDatabase.at(url.get());
                var connection = database.connect()) {
            return KeyUse.count(connection, keyset);
        } catch (SQLException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The database can't be read: " + e.getMessage());
        }
    }
}
