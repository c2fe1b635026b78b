package io.namesake.registry;

import io.namesake.access.OperatorId;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables {@code holder} and {@code holding}. Each activation makes a holder of its own: that two of them are one person
 * cannot be seen from sealed details, and needs a blind index over the document's number, which comes with the holder's view.
 */
@Repository
class HolderTable {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    HolderTable(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    UUID add(OperatorId operator, HolderDetails details, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into holder (id, operator_id, sealed_details, created_at)
                        values (:id, :operator, :details, :now)
                        """)
                .param("id", id)
                .param("operator", operator.value())
                .param("details", vault.seal(json.writeValueAsBytes(details), placeOf(id)))
                .param("now", SqlTime.of(now))
                .update();
        return id;
    }

    /** Who holds the line from now on; the database refuses a second one at the same time. */
    UUID hold(UUID line, UUID holder, UUID applicationId, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into holding (id, line_id, holder_id, application_id, held_from)
                        values (:id, :line, :holder, :application, :now)
                        """)
                .param("id", id)
                .param("line", line)
                .param("holder", holder)
                .param("application", applicationId)
                .param("now", SqlTime.of(now))
                .update();
        return id;
    }

    /** Binds the sealed details to their row, so that they cannot be moved to another holder. */
    static byte[] placeOf(UUID holder) {
        return ("holder/" + holder).getBytes(StandardCharsets.UTF_8);
    }
}
