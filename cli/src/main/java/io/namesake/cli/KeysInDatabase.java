package io.namesake.cli;

import io.namesake.crypto.KeyUse;
import io.namesake.crypto.Keyset;
import io.namesake.registry.DigestUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What the keys of a keyset have sealed or indexed, in the database that belongs to it. */
final class KeysInDatabase {

    private KeysInDatabase() {}

    static List<KeyUse> uses(KeysetChoice choice, Keyset keyset) {
        return ask(choice, connection -> KeyUse.count(connection, keyset));
    }

    static List<DigestUse> digests(KeysetChoice choice) {
        return ask(choice, DigestUse::count);
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private static <T> T ask(KeysetChoice choice, Question<T> question) {
        var url = KeysetChoice.environment("NAMESAKE_DATABASE_URL");
        try (var database = choice.isDataChosen() || url.isEmpty()
                        ? AuditDatabase.inFolder(choice.data())
                        : AuditDatabase.at(url.get());
                var connection = database.connect()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The database can't be read: " + e.getMessage());
        }
    }
}
