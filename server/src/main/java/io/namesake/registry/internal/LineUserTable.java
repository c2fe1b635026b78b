package io.namesake.registry.internal;

import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import io.namesake.registry.LineUser;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code line_user}. */
@Repository
class LineUserTable {
    private final JdbcClient jdbc;
    private final Vault vault;

    LineUserTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void begin(UUID line, UUID holding, LineUser user) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into line_user (id, line_id, holding_id, kind, sealed_label, uses_from)
                        values (:id, :line, :holding, :kind, :label, :now)
                        """)
                .param("id", id)
                .param("line", line)
                .param("holding", holding)
                .param("kind", user.kind().name())
                .param("label", vault.seal(user.label().getBytes(StandardCharsets.UTF_8), placeOf(id)))
                .param("now", SqlTime.of(user.since()))
                .update();
    }

    void end(UUID line, Instant now) {
        jdbc.sql("update line_user set uses_until = :now where line_id = :line and uses_until is null")
                .param("now", SqlTime.of(now))
                .param("line", line)
                .update();
    }

    /** A holding goes on as another, and whoever used the line under it still does. */
    void goOn(UUID ended, UUID holding) {
        jdbc.sql("update line_user set holding_id = :holding where holding_id = :ended and uses_until is null")
                .param("holding", holding)
                .param("ended", ended)
                .update();
    }

    /** Who uses the line under its present holder; the word of a holder before says nothing. */
    Optional<LineUser> current(UUID line) {
        return jdbc.sql("""
                        select line_user.* from line_user join line on line.id = line_user.line_id
                        where line_user.line_id = :line and uses_until is null and line.holding_id = line_user.holding_id
                        """)
                .param("line", line)
                .query((row, number) -> user(row.getObject("id", UUID.class), row.getString("kind"), row))
                .optional();
    }

    /** A user out of a row with the columns {@code sealed_label} and {@code uses_from}. */
    LineUser user(UUID id, String kind, ResultSet row) throws SQLException {
        return new LineUser(
                LineUser.Kind.valueOf(kind),
                new String(vault.open(row.getBytes("sealed_label"), placeOf(id)), StandardCharsets.UTF_8),
                SqlTime.instant(row, "uses_from"));
    }

    static byte[] placeOf(UUID user) {
        return ("line-user/" + user).getBytes(StandardCharsets.UTF_8);
    }
}
