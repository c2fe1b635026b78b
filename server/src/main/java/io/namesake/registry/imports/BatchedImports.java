package io.namesake.registry.imports;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.AcrossOperators;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports batch by batch: the rows, how far the import is and the audit log's entry are one transaction. */
@Component
@AcrossOperators(because = "whom a file names may be known from another operator's lines")
class BatchedImports implements LineImports {
    private static final int MOST_IN_BATCH = 100_000;
    private static final int ATTEMPTS = 5;

    private final ImportTable imports;
    private final Preparation preparation;
    private final BatchWriter writer;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;
    private final Clock clock;

    BatchedImports(
            ImportTable imports,
            Preparation preparation,
            BatchWriter writer,
            AuditLog audit,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Clock clock) {
        this.imports = imports;
        this.preparation = preparation;
        this.writer = writer;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public ImportCounts run(OperatorId operator, ImportFile file, int batch, Consumer<ImportProgress> progress) {
        requireBatch(batch);
        var id = imports.begin(operator, file.sha256(), clock.instant());
        long done = imports.find(operator, id).orElseThrow().rows();
        try (var rows = new PreparedBatches(file.rowsAfter(done), preparation, batch)) {
            for (var next = rows.next(); next != null; next = rows.next()) {
                write(operator, id, next);
                progress.accept(new ImportProgress(next.lastRow(), next.done()));
            }
        }
        transaction.executeWithoutResult(status -> finish(operator, id));
        return imports.find(operator, id).orElseThrow();
    }

    private void write(OperatorId operator, UUID id, PreparedBatches.Batch batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (imports.lockedRowsDone(id) != batch.rowsBefore()) {
                        throw new IllegalStateException("Import " + id + " is also under way elsewhere");
                    }
                    var result = writer.write(operator, batch.prepared(), batch.rows());
                    imports.add(id, result, clock.instant());
                    copyFaults(id, result.faults());
                    log("lines.imported", operator, id, batch.rowsBefore(), result);
                });
                return;
            } catch (BatchWriter.Overtaken e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void copyFaults(UUID id, List<RowFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        var copy = new Copy("line_import_fault (import_id, row_number, column_name, code)");
        faults.stream()
                .sorted(Comparator.comparingLong(RowFault::row))
                .limit(Math.max(0, imports.roomForFaults(id)))
                .forEach(fault -> copy.value(id)
                        .value(fault.row())
                        .value(fault.column().name())
                        .value(fault.fault().name())
                        .endRow());
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            copy.insert(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The faults of import " + id + " could not be noted", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void finish(OperatorId operator, UUID id) {
        imports.finish(id, clock.instant());
        var counts = imports.find(operator, id).orElseThrow();
        audit.append(new AuditEntry(
                operator,
                "lines.import-finished",
                id.toString(),
                Map.of(
                        "rows", Long.toString(counts.rows()),
                        "imported", Long.toString(counts.imported()),
                        "unchanged", Long.toString(counts.unchanged()),
                        "refused", Long.toString(counts.refused()))));
    }

    private void log(String type, OperatorId operator, UUID id, long before, BatchResult batch) {
        audit.append(new AuditEntry(
                operator,
                type,
                id.toString(),
                Map.of(
                        "first-row", Long.toString(before + 1),
                        "last-row", Long.toString(before + batch.rows()),
                        "imported", Long.toString(batch.imported()),
                        "unchanged", Long.toString(batch.unchanged()),
                        "refused", Long.toString(batch.refused()),
                        "new-holders", Long.toString(batch.holdersMade()))));
    }

    @Override
    public ImportCounts rehearse(
            OperatorId operator,
            ImportFile file,
            int batch,
            Consumer<ImportProgress> progress,
            Consumer<RowFault> faults) {
        requireBatch(batch);
        var started = clock.instant();
        var counts = new ImportCounts(UUID.randomUUID(), 0, 0, 0, 0, 0, Map.of(), started, null);
        try (var rows = new PreparedBatches(file.rowsAfter(0), preparation, batch)) {
            for (var next = rows.next(); next != null; next = rows.next()) {
                var result = undone(operator, next);
                result.faults().stream()
                        .sorted(Comparator.comparingLong(RowFault::row))
                        .forEach(faults);
                counts = added(counts, result);
                progress.accept(new ImportProgress(next.lastRow(), next.done()));
            }
        }
        return counts;
    }

    private BatchResult undone(OperatorId operator, PreparedBatches.Batch batch) {
        var result = transaction.execute(status -> {
            status.setRollbackOnly();
            return writer.write(operator, batch.prepared(), batch.rows());
        });
        if (result == null) {
            throw new IllegalStateException("A batch gave no result");
        }
        return result;
    }

    private static ImportCounts added(ImportCounts sum, BatchResult batch) {
        var faults = new TreeMap<>(sum.faults());
        batch.faults().forEach(fault -> faults.merge(fault.fault().name(), 1L, Long::sum));
        return new ImportCounts(
                sum.id(),
                sum.rows() + batch.rows(),
                sum.imported() + batch.imported(),
                sum.unchanged() + batch.unchanged(),
                sum.refused() + batch.refused(),
                sum.holdersMade() + batch.holdersMade(),
                faults,
                sum.startedAt(),
                null);
    }

    private static void requireBatch(int batch) {
        if (batch < 1 || batch > MOST_IN_BATCH) {
            throw new IllegalArgumentException("A batch has 1 to " + MOST_IN_BATCH + " rows, not " + batch);
        }
    }

    @Override
    public Optional<ImportCounts> find(OperatorId operator, UUID id) {
        return imports.find(operator, id);
    }

    @Override
    public List<RowFault> faults(OperatorId operator, UUID id) {
        return imports.find(operator, id).map(found -> imports.faults(id)).orElse(List.of());
    }
}
