package io.namesake.registry.internal;

import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import io.namesake.registry.EquipmentKind;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sim_change}. Values are sealed, each for its own row. */
@Repository
class SimChangeTable {
    private final JdbcClient jdbc;
    private final Vault vault;

    SimChangeTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A SIM that a line is to get. @param id the application's */
    record Row(UUID id, UUID lineId, EquipmentKind kind, String value) {
        /** Without the value, since records end up in logs. */
        @Override
        public String toString() {
            return "Row[" + id + ", " + kind + "]";
        }
    }

    void ask(Row row, Instant now) {
        jdbc.sql("""
                        insert into sim_change (id, line_id, kind, sealed_value, asked_at)
                        values (:id, :line, :kind, :value, :now)
                        """)
                .param("id", row.id())
                .param("line", row.lineId())
                .param("kind", row.kind().name())
                .param("value", vault.seal(row.value().getBytes(StandardCharsets.UTF_8), placeOf(row.id())))
                .param("now", SqlTime.of(now))
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from sim_change where id = :id")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    /** When its holder was verified for it; empty before. */
    Optional<Instant> verifiedAt(UUID id) {
        return jdbc.sql("select verified_at from sim_change where id = :id and verified_at is not null")
                .param("id", id)
                .query((row, _) -> SqlTime.instant(row, "verified_at"))
                .optional();
    }

    void verified(UUID id, UUID holding, Instant now) {
        jdbc.sql(
                        "update sim_change set holding_id = :holding, verified_at = :now where id = :id and verified_at is null")
                .param("holding", holding)
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    /** What this holder was verified for since then and what was not made yet. */
    List<Row> allowed(UUID line, UUID holding, EquipmentKind kind, Instant since) {
        return jdbc.sql("""
                        select * from sim_change
                        where line_id = :line and holding_id = :holding and kind = :kind and verified_at >= :since
                          and used_at is null
                        """)
                .param("line", line)
                .param("holding", holding)
                .param("kind", kind.name())
                .param("since", SqlTime.of(since))
                .query((row, number) -> row(row))
                .list();
    }

    void used(UUID id, Instant now) {
        jdbc.sql("update sim_change set used_at = :now where id = :id and used_at is null")
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    /** Whether another number of a card that was verified for since then, and put in place, is still to be told: once. */
    boolean goesWithOneThatWasMade(UUID line, UUID holding, EquipmentKind kind, Instant since) {
        return jdbc.sql("""
                        select exists (
                            select from sim_change
                            where line_id = :line and holding_id = :holding and kind <> :kind and verified_at >= :since
                              and used_at is not null
                              and not exists (select from line_equipment
                                              where line_equipment.line_id = :line and line_equipment.kind = :kind
                                                and present_from >= sim_change.verified_at))
                        """)
                .param("line", line)
                .param("holding", holding)
                .param("kind", kind.name())
                .param("since", SqlTime.of(since))
                .query(Boolean.class)
                .single();
    }

    private Row row(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Row(
                id,
                row.getObject("line_id", UUID.class),
                EquipmentKind.valueOf(row.getString("kind")),
                new String(vault.open(row.getBytes("sealed_value"), placeOf(id)), StandardCharsets.UTF_8));
    }

    static byte[] placeOf(UUID id) {
        return ("sim-change/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
