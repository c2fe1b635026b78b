package io.namesake.registry.imports;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code line_import}, {@code line_import_fault} and {@code line_import_fault_count}. */
@Repository
class ImportTable {
    /** Faulty rows listed of one import. Somebody with more has one fault many times, which the counts show. */
    static final int MOST_FAULTS = 100_000;

    private final JdbcClient jdbc;

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The import of this file that is not finished, or a new one. */
    UUID begin(OperatorId operator, String sha256, Instant now) {
        jdbc.sql("""
                        insert into line_import (id, operator_id, file_sha256, rows_done, imported, unchanged, refused,
                            holders_made, started_at, changed_at)
                        values (:id, :operator, :sha256, 0, 0, 0, 0, 0, :now, :now) on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("operator", operator.value())
                .param("sha256", sha256)
                .param("now", SqlTime.of(now))
                .update();
        return jdbc.sql("""
                        select id from line_import
                        where operator_id = :operator and file_sha256 = :sha256 and finished_at is null
                        """)
                .param("operator", operator.value())
                .param("sha256", sha256)
                .query(UUID.class)
                .single();
    }

    /** How many rows are done; no other transaction can move that until this one ends. */
    long lockedRowsDone(UUID id) {
        return jdbc.sql("select rows_done from line_import where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    void add(UUID id, BatchResult batch, Instant now) {
        jdbc.sql("""
                        update line_import set rows_done = rows_done + :rows, imported = imported + :imported,
                            unchanged = unchanged + :unchanged, refused = refused + :refused,
                            holders_made = holders_made + :holders, changed_at = :now
                        where id = :id
                        """)
                .param("rows", batch.rows())
                .param("imported", batch.imported())
                .param("unchanged", batch.unchanged())
                .param("refused", batch.refused())
                .param("holders", batch.holdersMade())
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
        batch.faults().stream()
                .collect(Collectors.groupingBy(RowFault::fault, Collectors.counting()))
                .forEach((fault, count) -> jdbc.sql("""
                                insert into line_import_fault_count (import_id, code, faults) values (:id, :code, :count)
                                on conflict (import_id, code) do update
                                    set faults = line_import_fault_count.faults + excluded.faults
                                """)
                        .param("id", id)
                        .param("code", fault.name())
                        .param("count", count)
                        .update());
    }

    /** How many more faulty rows are to be listed. */
    long roomForFaults(UUID id) {
        return MOST_FAULTS
                - jdbc.sql("select count(*) from line_import_fault where import_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single();
    }

    void finish(UUID id, Instant now) {
        jdbc.sql("update line_import set finished_at = :now where id = :id")
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    Optional<ImportCounts> find(OperatorId operator, UUID id) {
        return jdbc.sql("select * from line_import where id = :id and operator_id = :operator")
                .param("id", id)
                .param("operator", operator.value())
                .query((row, number) -> counts(row))
                .optional();
    }

    private ImportCounts counts(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ImportCounts(
                id,
                row.getLong("rows_done"),
                row.getLong("imported"),
                row.getLong("unchanged"),
                row.getLong("refused"),
                row.getLong("holders_made"),
                faultCounts(id),
                SqlTime.instant(row, "started_at"),
                SqlTime.instantOrNull(row, "finished_at"));
    }

    private Map<String, Long> faultCounts(UUID id) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select code, faults from line_import_fault_count where import_id = :id")
                .param("id", id)
                .query(row -> {
                    counts.put(row.getString("code"), row.getLong("faults"));
                });
        return counts;
    }

    /** In the file's order, the first {@link #MOST_FAULTS}. */
    List<RowFault> faults(UUID id) {
        return jdbc.sql(
                        "select row_number, column_name, code from line_import_fault where import_id = :id order by 1, 2")
                .param("id", id)
                .query((row, number) -> new RowFault(
                        row.getLong("row_number"),
                        ImportColumn.valueOf(row.getString("column_name")),
                        ImportFault.valueOf(row.getString("code"))))
                .list();
    }
}
