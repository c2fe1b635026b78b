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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code line_equipment}: intervals that are begun and ended, their values sealed. */
@Repository
class EquipmentTable {
    private final JdbcClient jdbc;
    private final Vault vault;

    EquipmentTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** One part of a line for a time. @param until null while it is there */
    record Part(
            UUID id,
            EquipmentKind kind,
            String value,
            Instant from,
            @Nullable Instant until) {
        /** Without the value, since records end up in logs. */
        @Override
        public String toString() {
            return "Part[" + id + ", " + kind + "]";
        }
    }

    void begin(UUID line, EquipmentKind kind, String value, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into line_equipment (id, line_id, kind, sealed_value, present_from)
                        values (:id, :line, :kind, :value, :now)
                        """)
                .param("id", id)
                .param("line", line)
                .param("kind", kind.name())
                .param("value", vault.seal(value.getBytes(StandardCharsets.UTF_8), placeOf(id)))
                .param("now", SqlTime.of(now))
                .update();
    }

    void end(UUID id, Instant now) {
        jdbc.sql("""
                        update line_equipment
                        set present_until = greatest(:now, present_from + interval '1 microsecond')
                        where id = :id and present_until is null
                        """).param("now", SqlTime.of(now)).param("id", id).update();
    }

    /** Nothing of it is there any more. */
    void endAll(UUID line, Instant now) {
        jdbc.sql("""
                        update line_equipment
                        set present_until = greatest(:now, present_from + interval '1 microsecond')
                        where line_id = :line and present_until is null
                        """).param("now", SqlTime.of(now)).param("line", line).update();
    }

    /** What {@link #endAll} ended then is there again: an end of the line that is taken back is no way to another SIM. */
    void comeBack(UUID line, Instant ended) {
        jdbc.sql("""
                        update line_equipment set present_until = null
                        where id in (
                                select distinct on (kind) id from line_equipment
                                where line_id = :line order by kind, present_from desc)
                            and present_until = greatest(:ended, present_from + interval '1 microsecond')
                        """).param("line", line).param("ended", SqlTime.of(ended)).update();
    }

    Optional<Part> current(UUID line, EquipmentKind kind) {
        return jdbc.sql("select * from line_equipment where line_id = :line and kind = :kind and present_until is null")
                .param("line", line)
                .param("kind", kind.name())
                .query((row, number) -> part(row))
                .optional();
    }

    /** The numbers of the SIM that is there. */
    List<Part> currentSim(UUID line) {
        return jdbc
                .sql("select * from line_equipment where line_id = :line and present_until is null")
                .param("line", line)
                .query((row, number) -> part(row))
                .list()
                .stream()
                .filter(part -> part.kind().isSim())
                .toList();
    }

    /** The latest first. */
    List<Part> of(UUID line, int limit) {
        return jdbc.sql(
                        "select * from line_equipment where line_id = :line order by present_from desc, id limit :limit")
                .param("line", line)
                .param("limit", limit)
                .query((row, number) -> part(row))
                .list();
    }

    private Part part(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Part(
                id,
                EquipmentKind.valueOf(row.getString("kind")),
                new String(vault.open(row.getBytes("sealed_value"), placeOf(id)), StandardCharsets.UTF_8),
                SqlTime.instant(row, "present_from"),
                SqlTime.instantOrNull(row, "present_until"));
    }

    static byte[] placeOf(UUID part) {
        return ("line-equipment/" + part).getBytes(StandardCharsets.UTF_8);
    }
}
