package io.namesake.bench.registry;

import io.namesake.access.OperatorId;
import io.namesake.registry.Holdings;
import io.namesake.registry.Lines;
import io.namesake.registry.imports.ImportCounts;
import io.namesake.registry.imports.ImportFile;
import io.namesake.registry.imports.LineImports;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A registry of so many made-up lines, in a database of its own. */
final class SizedRegistry implements AutoCloseable {
    private final int lines;
    private final String jdbcUrl;
    private final Path folder;
    private final OperatorId operator = new OperatorId(UUID.randomUUID());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Random random;
    private List<UUID> holders = List.of();

    /** @param folder for its keys and the file that is imported */
    SizedRegistry(int lines, String jdbcUrl, Path folder) {
        this.lines = lines;
        this.jdbcUrl = jdbcUrl;
        this.folder = folder;
        this.random = new Random(lines);
        Flyway.configure().dataSource(jdbcUrl, "postgres", "").load().migrate();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", Map.of("namesake.data-dir", folder.toString())));
        context.registerBean(RegistryBeans.DatabaseUrl.class, () -> new RegistryBeans.DatabaseUrl(jdbcUrl));
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.register(RegistryBeans.class);
        context.refresh();
    }

    int lines() {
        return lines;
    }

    /** Imports its lines as an operator would. @return a row of the report */
    String fill() throws IOException {
        Path csv = folder.resolve("lines.csv");
        MadeUpLines.write(csv, 0, lines);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        ImportCounts counts = context.getBean(LineImports.class)
                .run(operator, ImportFile.of(csv), LineImports.USUAL_BATCH, progress -> {
                    if (progress.rows() % 100_000 == 0) {
                        System.out.printf(Locale.ROOT, "%,d of %,d%n", progress.rows(), lines);
                    }
                });
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (counts.imported() != lines) {
            throw new IllegalStateException("Only " + counts.imported() + " lines were taken over: " + counts.faults());
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        // As the server's own autovacuum would within minutes; the plans are made of what it learns.
        jdbc.sql("vacuum analyze").update();
        // Ids are random, so the first ones by id are a sample.
        holders = jdbc.sql("select holder_id from holding order by id limit 5000")
                .query(UUID.class)
                .list();
        long size = jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
        String row = String.format(
                Locale.ROOT,
                "| %,d | %.0f | %,.0f | %d | %d | %,d |",
                lines,
                seconds,
                lines / seconds,
                peak >> 20,
                Files.size(csv) >> 20,
                size >> 20);
        Files.delete(csv);
        return row;
    }

    /** One question of the registry. @param i which of its kind */
    void ask(Question question, int i) {
        boolean found = switch (question) {
            case LINE_BY_NUMBER ->
                context.getBean(Lines.class)
                        .find(operator, MadeUpLines.line(random.nextInt(lines)))
                        .isPresent();
            case LINES_OF_HOLDER ->
                !context.getBean(Holdings.class)
                        .of(holders.get(i % holders.size()))
                        .isEmpty();
        };
        if (!found) {
            throw new IllegalStateException("Nothing was found for " + question.words());
        }
    }

    /** The plan of the statement that the question comes down to, whatever its values. */
    String plan(Question question) throws SQLException {
        ask(question, 0);
        String sql = context.getBean(AskedSql.class).last();
        List<String> plan = new ArrayList<>();
        // Explained with its parameters unknown, which PostgreSQL's extended protocol would want bound.
        try (Connection connection = DriverManager.getConnection(jdbcUrl + "?preferQueryMode=simple", "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain (generic_plan, costs off) " + sql)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return String.join("\n", plan);
    }

    @Override
    public void close() {
        context.close();
    }
}
