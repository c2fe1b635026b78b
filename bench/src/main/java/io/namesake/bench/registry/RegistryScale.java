package io.namesake.bench.registry;

import io.namesake.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code RegistryScale FOLDER SIZE ...}: imports as many made-up lines as each size says, each size into a database of its own, and
 * times the lines of a holder and a line by its number. All sizes are asked in turns, so that whatever else the machine does
 * slows all of them alike. FOLDER gets a table in Markdown, the plans, and a plot.
 */
public final class RegistryScale {
    private static final int WARM_UP = 3_000;
    private static final int TURNS = 50;
    private static final int ASKED_IN_TURN = 100;

    private final List<SizedRegistry> registries = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();

    private RegistryScale() {}

    public static void main(String... arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        RegistryScale scale = new RegistryScale();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("data"))) {
            try {
                for (String size : Arrays.asList(arguments).subList(1, arguments.length)) {
                    scale.add(Integer.parseInt(size), database, folder);
                }
                scale.report(folder, scale.measured());
            } finally {
                scale.registries.forEach(SizedRegistry::close);
            }
        }
    }

    private void add(int lines, EmbeddedDatabase database, Path folder) throws IOException, SQLException {
        String name = "lines_" + lines;
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        Path own = Files.createDirectory(folder.resolve(name));
        SizedRegistry registry = new SizedRegistry(lines, database.jdbcUrl().replaceFirst("postgres$", name), own);
        registries.add(registry);
        imports.add(registry.fill());
        System.out.println(imports.getLast());
    }

    private List<ScalePlot.Measured> measured() {
        List<ScalePlot.Measured> measured = new ArrayList<>();
        for (Question question : Question.values()) {
            double[][] times = new double[registries.size()][TURNS * ASKED_IN_TURN];
            for (SizedRegistry registry : registries) {
                for (int i = 0; i < WARM_UP; i++) {
                    registry.ask(question, i);
                }
            }
            for (int turn = 0; turn < TURNS; turn++) {
                for (int size = 0; size < registries.size(); size++) {
                    for (int i = turn * ASKED_IN_TURN; i < (turn + 1) * ASKED_IN_TURN; i++) {
                        long begun = System.nanoTime();
                        registries.get(size).ask(question, i);
                        times[size][i] = (System.nanoTime() - begun) / 1e3;
                    }
                }
            }
            for (int size = 0; size < registries.size(); size++) {
                measured.add(measured(question, registries.get(size).lines(), times[size]));
                System.out.println(measured.getLast());
            }
        }
        return measured;
    }

    private static ScalePlot.Measured measured(Question question, int lines, double[] times) {
        Arrays.sort(times);
        return new ScalePlot.Measured(question.words(), lines, times[times.length / 2], times[times.length * 99 / 100]);
    }

    private void report(Path folder, List<ScalePlot.Measured> measured) throws IOException, SQLException {
        Files.writeString(folder.resolve("registry-scale.svg"), new ScalePlot(measured).draw());
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(folder.resolve("registry-scale.md")), true, StandardCharsets.UTF_8)) {
            out.println(
                    "| question | lines | median, ms | of the first size | 99th percentile, ms | of the first size |");
            out.println("|---|---|---|---|---|---|");
            for (Question question : Question.values()) {
                List<ScalePlot.Measured> of = measured.stream()
                        .filter(each -> each.question().equals(question.words()))
                        .toList();
                of.forEach(each -> out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %.3f | %.2f x | %.3f | %.2f x |%n",
                        each.question(),
                        each.lines(),
                        each.median() / 1e3,
                        each.median() / of.getFirst().median(),
                        each.ninetyNinth() / 1e3,
                        each.ninetyNinth() / of.getFirst().ninetyNinth()));
            }
            out.printf(
                    "%n%,d questions each, through `Lines.find` and `Holdings.of`, in turns of %d at each size after %,d to warm up.%n%n",
                    TURNS * ASKED_IN_TURN, ASKED_IN_TURN, WARM_UP);
            out.println("![Times over the number of lines](registry-scale.svg)\n");
            out.println("## The imports that filled it\n");
            out.println("| lines | seconds | rows a second | peak heap, MiB | the file, MiB | the database, MiB |");
            out.println("|---|---|---|---|---|---|");
            imports.forEach(out::println);
            out.println("\n## The plans of what was asked");
            for (SizedRegistry registry : registries) {
                out.printf(Locale.ROOT, "%n### %,d lines%n", registry.lines());
                for (Question question : Question.values()) {
                    out.printf("%n```%n%s%n```%n", registry.plan(question));
                }
            }
        }
    }
}
