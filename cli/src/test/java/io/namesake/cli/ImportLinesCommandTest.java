package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.namesake.NamesakeServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** An operator's lines, taken over by the command beside a real server with its own PostgreSQL. */
class ImportLinesCommandTest {
    private static final String HEADER = "line,service,family_name,document_number,issuing_state,birth_date,machine";
    private static final Path PARQUET =
            Path.of("../server/src/test/resources/io/namesake/registry/imports/lines-zstd.parquet");

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext server;
    private static JdbcClient jdbc;

    /** What a run printed and ended with. */
    private record Run(int exitCode, String out, String err) {}

    @BeforeAll
    static void a_server() {
        server = NamesakeServer.start(Map.of(
                "namesake.data-dir",
                folder.resolve("data").toString(),
                "namesake.port",
                0,
                "namesake.operator.name",
                "Import Telecom",
                "namesake.operator.api-key",
                "nsk_test_0123456789abcdefghijklmnopqrstuv"));
        // Its tables' owner, who sees every row and may make a trigger.
        jdbc = JdbcClient.create(server.getBean("owner", DataSource.class));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void rows_of_a_csv_file_become_lines_and_the_same_file_again_changes_nothing() throws IOException {
        var file = csv("good.csv", "+86135", 25);
        var first = run(file);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("25 lines taken over as UNVERIFIED", "0 rows left out");
        var copy = Files.writeString(folder.resolve("copy.csv"), Files.readString(file) + "\n");
        var again = run(copy);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("25 rows unchanged", "0 lines taken over");
        assertThat(lines("+86135")).isEqualTo(25);
    }

    @Test
    void rows_of_a_parquet_file_become_lines() {
        var before = all();
        var run = run(PARQUET);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("100 lines taken over as UNVERIFIED", "50 holders not known before");
        assertThat(all() - before).isEqualTo(100);
    }

    @Test
    void an_import_that_the_database_stopped_in_the_middle_goes_on_and_takes_every_row_once() throws IOException {
        var file = csv("stopped.csv", "+86136", 100);
        jdbc.sql("""
                        create function stop_import() returns trigger language plpgsql as $$
                        begin
                            if (select count(*) from line where identifier like '+86136%') >= 40 then
                                raise exception 'stopped';
                            end if;
                            return new;
                        end $$
                        """).update();
        jdbc.sql("create trigger stop_import before insert on line for each row execute function stop_import()")
                .update();
        try {
            var stopped = run(file, "--batch", "10");
            assertThat(stopped.exitCode()).isEqualTo(69);
            assertThat(stopped.err()).contains("database").doesNotContain("+86136");
            assertThat(lines("+86136")).isEqualTo(40);
        } finally {
            jdbc.sql("drop trigger stop_import on line").update();
        }

        var run = run(file, "--batch", "7");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("100 rows read", "100 lines taken over", "100 holders", "0 rows unchanged");
        assertThat(lines("+86136")).isEqualTo(100);
        assertThat(jdbc.sql(
                                "select count(*) from holding join line on line.id = line_id where identifier like '+86136%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(100);
    }

    @Test
    void wrong_rows_are_left_out_and_stand_in_the_report_without_what_they_said() throws IOException {
        var rows = new ArrayList<>(Files.readAllLines(csv("wrong.csv", "+86137", 3)));
        rows.add(2, "secret-line,MOBILE,Secretname,G1,CHN,1980-01-01,");
        rows.add(4, "+8613700099999,MOBILE,Secretname,G2,CHN,1980-13-01,");
        var file = Files.write(folder.resolve("wrong.csv"), rows);
        var report = folder.resolve("report.csv");

        var rehearsed = run(file, "--dry-run", "--report", report.toString());
        assertThat(rehearsed.exitCode()).isEqualTo(1);
        assertThat(lines("+86137")).isZero();
        var said = Files.readString(report);
        var run = run(file, "--report", report.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("3 lines taken over", "2 rows left out", "1 x LINE_INVALID");
        assertThat(Files.readString(report)).isEqualTo(said).doesNotContain("ecret", "+86137");
        assertThat(Files.readAllLines(report)).hasSize(3).element(1).asString().startsWith("2,line,LINE_INVALID,");
        assertThat(lines("+86137")).isEqualTo(3);
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_ends_with_65_and_what_cannot_be_asked_with_64() throws IOException {
        var file = Files.writeString(folder.resolve("open.csv"), HEADER + "\n\"" + "x".repeat(200_000));
        assertThat(run(file).exitCode()).isEqualTo(65);
        assertThat(run(Files.writeString(folder.resolve("none.csv"), "surname\n"))
                        .exitCode())
                .isEqualTo(65);
        assertThat(run(folder.resolve("missing.csv")).exitCode()).isEqualTo(64);
        assertThat(run(file, "--batch", "0").exitCode()).isEqualTo(64);
        assertThat(run("import", "lines", file.toString(), "--operator", "Nobody", "--data", data())
                        .exitCode())
                .isEqualTo(64);
        assertThat(run("import").exitCode()).isEqualTo(64);
    }

    @Test
    void a_report_that_cannot_be_written_is_told_before_any_line_is_taken_over() throws IOException {
        var file = csv("reported.csv", "+86133", 3);
        var content = Files.readString(file);
        assertThat(run(file, "--report", file.resolve("report.csv").toString()).exitCode())
                .isEqualTo(64);
        assertThat(run(file, "--report", file.toString()).err()).contains("reported.csv is what FILE names");
        assertThat(file).hasContent(content);
        assertThat(lines("+86133")).isZero();
    }

    @Test
    void what_was_done_is_told_even_when_the_report_does_not_fit_on_the_disk() throws IOException {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        var rows = new ArrayList<>(Files.readAllLines(csv("full.csv", "+86139", 3)));
        rows.add("not-a-line,MOBILE,Li,G1,CHN,1980-01-01,");
        var file = Files.write(folder.resolve("full.csv"), rows);

        var rehearsed = run(file, "--dry-run", "--report", full.toString());
        assertThat(rehearsed.exitCode()).isEqualTo(69);
        assertThat(rehearsed.out()).contains("3 lines taken over", "1 rows left out");
        var run = run(file, "--report", full.toString());

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.out()).contains("3 lines taken over", "1 rows left out", "Import ");
        assertThat(run.err()).contains("--report: /dev/full can't be written").doesNotContain("defect");
        assertThat(lines("+86139")).isEqualTo(3);
    }

    /** Rows of as many persons, each with a line. */
    private static Path csv(String name, String prefix, int rows) throws IOException {
        return Files.write(
                folder.resolve(name),
                Stream.concat(
                                Stream.of(HEADER),
                                IntStream.range(0, rows)
                                        .mapToObj(row -> "%s000%05d,MOBILE,Li,G%s%05d,CHN,1980-01-01,"
                                                .formatted(prefix, row, prefix.substring(3), row)))
                        .toList());
    }

    private static Run run(Path file, String... more) {
        var args = new ArrayList<>(
                List.of("import", "lines", file.toString(), "--operator", "Import Telecom", "--data", data()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static int lines(String prefix) {
        return jdbc.sql("select count(*) from line where status = 'UNVERIFIED' and identifier like :prefix || '%'")
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
    }

    private static int all() {
        return jdbc.sql("select count(*) from line where identifier not like '+8613_000%'")
                .query(Integer.class)
                .single();
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Namesake.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = command.execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
