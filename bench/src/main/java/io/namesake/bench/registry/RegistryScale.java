package io.namesake.bench.registry;

import io.namesake.access.OperatorId;
import io.namesake.database.EmbeddedDatabase;
import io.namesake.registry.Holdings;
import io.namesake.registry.Lines;
import io.namesake.registry.imports.ImportCounts;
import io.namesake.registry.imports.ImportFile;
import io.namesake.registry.imports.LineImports;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.flywaydb.core.Flyway;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code RegistryScale FOLDER SIZE ...}: imports made-up lines until there are as many as each size says, and at each times the
 * lines of a holder and a line by its number. FOLDER gets a table in Markdown, the plans, and a plot.
 */
public final class RegistryScale {
    private static final int WARM_UP = 3_000;
    private static final int ASKED = 5_000;
    private static final String LINE_BY_NUMBER = "a line by its number";
    private static final String LINES_OF_HOLDER = "the lines of a holder";

    private final OperatorId operator = new OperatorId(UUID.randomUUID());
    private final Path folder;
    private final AnnotationConfigApplicationContext context;
    private final JdbcClient jdbc;
    private final List<ScalePlot.Measured> measured = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private final List<String> plans = new ArrayList<>();

    private RegistryScale(Path folder, AnnotationConfigApplicationContext context) {
        this.folder = folder;
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("data"));
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), "postgres", "")
                    .load()
                    .migrate();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "bench",
                            Map.of("namesake.data-dir", folder.resolve("data").toString())));
            context.registerBean(
                    RegistryBeans.DatabaseUrl.class, () -> new RegistryBeans.DatabaseUrl(database.jdbcUrl()));
            context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
            context.register(RegistryBeans.class);
            context.refresh();
            RegistryScale scale = new RegistryScale(folder, context);
            int lines = 0;
            for (String size : Arrays.asList(arguments).subList(1, arguments.length)) {
                scale.grow(lines, Integer.parseInt(size));
                lines = Integer.parseInt(size);
                scale.ask(lines);
                // After each size, so that a run that is stopped leaves what it measured.
                scale.report();
            }
        }
    }

    private void grow(int from, int to) throws IOException {
        Path csv = folder.resolve("lines.csv");
        MadeUpLines.write(csv, from, to);
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        long begun = System.nanoTime();
        ImportCounts counts = context.getBean(LineImports.class)
                .run(operator, ImportFile.of(csv), LineImports.USUAL_BATCH, progress -> {
                    if (progress.rows() % 100_000 == 0) {
                        System.out.printf(Locale.ROOT, "%,d of %,d%n", from + progress.rows(), to);
                    }
                });
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (counts.imported() != to - from) {
            throw new IllegalStateException("Only " + counts.imported() + " lines were taken over: " + counts.faults());
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> pool.getPeakUsage())
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        imports.add(String.format(
                Locale.ROOT,
                "| %,d | %,d | %.0f | %,.0f | %d | %d |",
                to,
                to - from,
                seconds,
                (to - from) / seconds,
                peak >> 20,
                Files.size(csv) >> 20));
        System.out.println(imports.getLast());
        Files.delete(csv);
        // As the server's own autovacuum would within minutes; the plans are made of what it learns.
        jdbc.sql("vacuum analyze").update();
    }

    private void ask(int lines) {
        Lines registry = context.getBean(Lines.class);
        Holdings holdings = context.getBean(Holdings.class);
        // Ids are random, so the first ones by id are a sample.
        List<UUID> holders = jdbc.sql("select holder_id from holding order by id limit 5000")
                .query(UUID.class)
                .list();
        Random random = new Random(lines);
        time(LINE_BY_NUMBER, lines, i -> {
            if (registry.find(operator, MadeUpLines.line(random.nextInt(lines))).isEmpty()) {
                throw new IllegalStateException("A line is missing");
            }
        });
        time(LINES_OF_HOLDER, lines, i -> {
            if (holdings.of(holders.get(i % holders.size())).isEmpty()) {
                throw new IllegalStateException("A holding is missing");
            }
        });
        plans.add("### %,d lines%n%n```%n%s%n%n%s%n```%n"
                .formatted(
                        lines,
                        plan("select * from line where operator_id = '%s' and identifier = '%s'"
                                .formatted(operator, MadeUpLines.line(lines / 2))),
                        plan("""
                        select holding.* from holding
                        where held_until is null
                          and holder_id = any (array(
                              select '%1$s'::uuid
                              union all
                              select id from holder
                              where representative_id = '%1$s' and organisation_state = 'CONFIRMED'))
                        order by held_from desc, id limit 1000
                        """.formatted(holders.getFirst()))));
    }

    private void time(String question, int lines, IntConsumer ask) {
        for (int i = 0; i < WARM_UP; i++) {
            ask.accept(i);
        }
        double[] times = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            long begun = System.nanoTime();
            ask.accept(i);
            times[i] = (System.nanoTime() - begun) / 1e3;
        }
        Arrays.sort(times);
        measured.add(new ScalePlot.Measured(question, lines, times[ASKED / 2], times[ASKED * 99 / 100]));
        System.out.println(measured.getLast());
    }

    private String plan(String sql) {
        return String.join(
                "\n", jdbc.sql("explain (costs off) " + sql).query(String.class).list());
    }

    private void report() throws IOException {
        Files.writeString(folder.resolve("registry-scale.svg"), new ScalePlot(measured).draw());
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(folder.resolve("registry-scale.md")), true, StandardCharsets.UTF_8)) {
            out.println(
                    "| question | lines | median, ms | of the first size | 99th percentile, ms | of the first size |");
            out.println("|---|---|---|---|---|---|");
            for (String question : List.of(LINE_BY_NUMBER, LINES_OF_HOLDER)) {
                List<ScalePlot.Measured> of = measured.stream()
                        .filter(each -> each.question().equals(question))
                        .toList();
                of.forEach(each -> out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %.3f | %.2f x | %.3f | %.2f x |%n",
                        question,
                        each.lines(),
                        each.median() / 1e3,
                        each.median() / of.getFirst().median(),
                        each.ninetyNinth() / 1e3,
                        each.ninetyNinth() / of.getFirst().ninetyNinth()));
            }
            out.printf("%n%,d questions each, through `Lines.find` and `Holdings.of`.%n%n", ASKED);
            out.println("![Times over the number of lines](registry-scale.svg)\n");
            out.println("## The imports that filled it\n");
            out.println("| lines afterwards | imported | seconds | rows a second | peak heap, MiB | the file, MiB |");
            out.println("|---|---|---|---|---|---|");
            imports.forEach(out::println);
            out.println("\n## The plans\n");
            plans.forEach(out::println);
        }
    }
}
