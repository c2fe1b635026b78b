package io.namesake.registry.imports;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.registry.internal.HolderSeal;
import io.namesake.registry.internal.IdentityKeys;
import io.namesake.registry.internal.PersonsLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Writes a batch of prepared rows with a few COPYs and one statement, in the caller's transaction. */
@Component
class BatchWriter {
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final HolderSeal seal;
    private final IdentityKeys keys;
    private final OrderedIds ids;
    private final Clock clock;

    BatchWriter(
            JdbcClient jdbc, DataSource dataSource, HolderSeal seal, IdentityKeys keys, OrderedIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.seal = seal;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody else registered one of the lines meanwhile: the batch can be written again, and will see that line. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("A line of the batch was registered meanwhile", null, false, false);
        }
    }

    /** A line that is there. @param heldFrom of an imported holding, by which it is told whether a row says the same */
    private record There(
            @Nullable UUID holder,
            boolean imported,
            String service,
            boolean machine,
            @Nullable Instant heldFrom) {}

    BatchResult write(OperatorId operator, Preparation.Prepared batch, long rows) {
        // Imports recognise the same persons; one at a time, so that each is made once.
        PersonsLock.hold(jdbc);
        var now = clock.instant();
        var holders = KnownHolders.of(batch.right(), jdbc, seal);
        var there = there(operator, batch.right());
        var fresh = new ArrayList<Row>();
        var faults = new ArrayList<>(batch.faults());
        long unchanged = 0;
        long refused = batch.wrongRows();
        for (var row : batch.right()) {
            var existing = there.get(row.line().line().value());
            if (existing == null) {
                var holder = holders.findOrAdd(row);
                fresh.add(new Row(row, holder, ids.next(), ids.next()));
                there.put(row.line().line().value(), said(row, holder));
            } else if (same(existing, row, holders.find(row).orElse(null))) {
                unchanged++;
            } else {
                refused++;
                faults.add(new RowFault(row.number(), ImportColumn.LINE, ImportFault.LINE_EXISTS));
            }
        }
        insert(operator, holders, fresh, now);
        return new BatchResult(
                rows, fresh.size(), unchanged, refused, holders.added().size(), faults);
    }

    private record Row(PreparedRow row, UUID holder, UUID line, UUID holding) {}

    private static There said(PreparedRow row, UUID holder) {
        var line = row.line();
        return new There(holder, true, line.line().service().name(), line.machine(), line.heldFrom());
    }

    private static boolean same(There there, PreparedRow row, @Nullable UUID holder) {
        var line = row.line();
        return there.imported()
                && holder != null
                && holder.equals(there.holder())
                && there.service().equals(line.line().service().name())
                && there.machine() == line.machine()
                && (line.heldFrom() == null || line.heldFrom().equals(there.heldFrom()));
    }

    private Map<String, There> there(OperatorId operator, List<PreparedRow> rows) {
        var found = new HashMap<String, There>();
        jdbc.sql("""
                        select line.identifier, line.service, holding.holder_id, holding.machine, holding.held_from,
                            line.status = 'UNVERIFIED' and holding.cause = 'IMPORT' and holding.verified_at is null as imported
                        from line left join holding on holding.id = line.holding_id
                        where line.operator_id = :operator and line.identifier = any (:identifiers)
                        """)
                .param("operator", operator.value())
                .param(
                        "identifiers",
                        rows.stream().map(row -> row.line().line().value()).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("identifier"),
                            new There(
                                    row.getObject("holder_id", UUID.class),
                                    row.getBoolean("imported"),
                                    row.getString("service"),
                                    row.getBoolean("machine"),
                                    SqlTime.instantOrNull(row, "held_from")));
                });
        return found;
    }

    private void insert(OperatorId operator, KnownHolders holders, List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            holders(holders, now).insert(connection);
            hashes(holders, now).insert(connection);
            lines(operator, rows, now, connection);
            equipment(rows, now).insert(connection);
        } catch (SQLException e) {
            // Without the cause, whose message may repeat what was copied.
            throw new IllegalStateException("The database refused a batch, SQL state " + e.getSQLState());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static Copy holders(KnownHolders holders, Instant now) {
        var copy = new Copy("holder (id, sealed_details, created_at)");
        for (var row : holders.added()) {
            copy.value(row.newHolder()).bytes(row.sealedHolder()).value(now).endRow();
        }
        return copy;
    }

    private Copy hashes(KnownHolders holders, Instant now) {
        var copy = new Copy("holder_index (value, holder_id, added_at, key_id)");
        var key = keys.keyId();
        for (var hash : holders.hashes()) {
            copy.value(hash.value()).value(hash.holder()).value(now).value(key).endRow();
        }
        return copy;
    }

    private void lines(OperatorId operator, List<Row> rows, Instant now, Connection connection) throws SQLException {
        jdbc.sql("""
                        create temporary table imported_line (line_id uuid, holding_id uuid, holder_id uuid, service text,
                            identifier text, held_from timestamptz, machine boolean) on commit drop
                        """).update();
        var copy = new Copy("imported_line (line_id, holding_id, holder_id, service, identifier, held_from, machine)");
        for (var row : rows) {
            var declared = row.row().line();
            copy.value(row.line())
                    .value(row.holding())
                    .value(row.holder())
                    .value(declared.line().service())
                    .value(declared.line().value())
                    .value(declared.heldFrom() == null ? now : declared.heldFrom())
                    .value(declared.machine())
                    .endRow();
        }
        copy.run(connection);
        // In one statement, because line and holding refer to each other.
        int written = jdbc.sql("""
                        with new_line as (
                            insert into line (id, operator_id, service, identifier, status, since, holding_id)
                            select line_id, :operator, service, identifier, 'UNVERIFIED', :now, holding_id from imported_line
                            on conflict (operator_id, identifier) do nothing
                            returning id)
                        insert into holding (id, line_id, holder_id, held_from, cause, machine)
                        select holding_id, line_id, holder_id, held_from, 'IMPORT', machine
                        from imported_line join new_line on new_line.id = line_id
                        """)
                .param("operator", operator.value())
                .param("now", SqlTime.of(now))
                .update();
        if (written != rows.size()) {
            throw new Overtaken();
        }
    }

    private static Copy equipment(List<Row> rows, Instant now) {
        var copy = new Copy("line_equipment (id, line_id, kind, sealed_value, present_from)");
        for (var row : rows) {
            row.row()
                    .equipment()
                    .forEach((kind, value) -> copy.value(value.id())
                            .value(row.line())
                            .value(kind)
                            .bytes(value.value())
                            .value(now)
                            .endRow());
        }
        return copy;
    }
}
