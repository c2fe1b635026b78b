package io.namesake.cli;

import io.namesake.access.OperatorId;
import io.namesake.registry.imports.ImportCounts;
import io.namesake.registry.imports.ImportFile;
import io.namesake.registry.imports.ImportFileInvalid;
import io.namesake.registry.imports.RowFault;
import io.namesake.registry.imports.StandaloneImports;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "lines",
        description = {
            "Takes over the lines in a file as UNVERIFIED, each in the name that its row gives (docs/import.md).",
            "",
            "Works directly on the database, while its server runs or not. An import that was stopped goes on where it was when"
                    + " it is started again with the same file. Exit code 0 when every row was taken over or known, 1 when some were"
                    + " left out, 65 when the file cannot be read to its end."
        })
final class ImportLinesCommand implements Callable<Integer> {

    /** The lines are in one place only. */
    private static final class Place {

        @Option(
                names = "--database-url",
                paramLabel = "URL",
                description =
                        "postgresql://user:password@host:port/database (default: $NAMESAKE_DATABASE_URL). The keys are then"
                                + " in $NAMESAKE_KEYSET and $NAMESAKE_INDEX_KEYSET, as for the server.")
        private String databaseUrl;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "The data folder of a server with its own PostgreSQL, running or not (default: ./data).")
        private Path data;
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV (RFC 4180, UTF-8, with a header) or Parquet.")
    private Path file;

    @Option(names = "--operator", required = true, paramLabel = "NAME|ID", description = "Whose lines they are.")
    private String operator;

    @Option(
            names = "--report",
            paramLabel = "CSV",
            description = "Where to write what was wrong on which row; replaced as a whole.")
    private Path report;

    @Option(names = "--dry-run", description = "Says what would happen, and writes nothing to the database.")
    private boolean dryRun;

    @Option(
            names = "--batch",
            paramLabel = "ROWS",
            defaultValue = "10000",
            description = "Rows of one transaction, 1 to 100000 (default: ${DEFAULT-VALUE}).")
    private int batch;

    @ArgGroup
    private Place place;

    @Override
    public Integer call() {
        Libraries.beQuiet();
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + file);
        }
        if (batch < 1 || batch > 100_000) {
            throw new ParameterException(spec.commandLine(), "--batch must lie in 1..100000, not " + batch);
        }
        Optional<OutputFile> csv =
                Optional.ofNullable(report).map(wanted -> OutputFile.tried(spec, "--report", wanted));
        try (AuditDatabase database = open();
                StandaloneImports imports = StandaloneImports.open(database.dataSource(), settings())) {
            OperatorId id = imports.operators()
                    .find(operator)
                    .orElseThrow(() -> new CommandFailure(Exit.USAGE, "There is no operator " + operator));
            ImportCounts counts = dryRun ? rehearse(imports, id, csv) : run(imports, id, csv);
            return counts.refused() == 0 ? Exit.OK.code() : Exit.REFUSED.code();
        } catch (ImportFileInvalid e) {
            throw new CommandFailure(
                    Exit.UNUSABLE_INPUT,
                    file + ": " + e.getMessage() + (dryRun ? "." : ". The rows before it are taken over."));
        } catch (DataAccessException | TransactionException e) {
            throw new CommandFailure(
                    Exit.UNAVAILABLE,
                    "The database does not do its part: is it of this release (start its server once) and reachable?");
        }
    }

    /** Says what it did before it reports: what becomes of the report changes nothing about that. */
    private ImportCounts run(StandaloneImports imports, OperatorId id, Optional<OutputFile> csv) {
        ImportCounts counts;
        try (ImportProgressBar bar = new ImportProgressBar(spec.commandLine().getErr())) {
            counts = imports.imports().run(id, ImportFile.of(file), batch, bar::advanced);
        }
        print(counts);
        csv.ifPresent(to -> FaultReport.write(
                to, faults -> imports.imports().faults(id, counts.id()).forEach(faults)));
        return counts;
    }

    private ImportCounts rehearse(StandaloneImports imports, OperatorId id, Optional<OutputFile> csv) {
        AtomicReference<ImportCounts> counts = new AtomicReference<>();
        Consumer<Consumer<RowFault>> rehearsal = faults -> {
            try (ImportProgressBar bar =
                    new ImportProgressBar(spec.commandLine().getErr())) {
                counts.set(imports.imports().rehearse(id, ImportFile.of(file), batch, bar::advanced, faults));
            }
            print(counts.get());
        };
        csv.ifPresentOrElse(to -> FaultReport.write(to, rehearsal), () -> rehearsal.accept(_ -> {}));
        return counts.get();
    }

    private void print(ImportCounts counts) {
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun) {
            out.println("Nothing was written. An import would do this:");
        }
        out.printf(Locale.ROOT, "%,15d rows read%n", counts.rows());
        out.printf(Locale.ROOT, "%,15d lines taken over as UNVERIFIED%n", counts.imported());
        out.printf(Locale.ROOT, "%,15d holders not known before%n", counts.holdersMade());
        out.printf(Locale.ROOT, "%,15d rows unchanged%n", counts.unchanged());
        out.printf(Locale.ROOT, "%,15d rows left out%n", counts.refused());
        new TreeMap<>(counts.faults()).forEach((code, count) -> out.printf(Locale.ROOT, "%,15d x %s%n", count, code));
        if (!dryRun) {
            out.println("Import " + counts.id());
        }
    }

    private AuditDatabase open() {
        if (place != null && place.data != null) {
            return AuditDatabase.inFolder(place.data);
        }
        return databaseUrl().isEmpty() ? AuditDatabase.inFolder(Path.of("data")) : AuditDatabase.at(databaseUrl());
    }

    /** Empty where the database is the embedded one. */
    private String databaseUrl() {
        if (place != null) {
            return place.databaseUrl == null ? "" : place.databaseUrl;
        }
        return System.getenv().getOrDefault("NAMESAKE_DATABASE_URL", "").strip();
    }

    /** Where the server would find its keys. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        Path data = place != null && place.data != null ? place.data : Path.of("data");
        settings.put("namesake.data-dir", data.toAbsolutePath().toString());
        settings.put("namesake.database.url", databaseUrl());
        return settings;
    }
}
