package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    /** What a run printed and ended with. */
    private record Run(int exitCode, String out, String err) {}

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "audit",
                "verify --document a.jpg",
                "verify --document a.jpg --selfie b.jpg --loud",
                "evaluate --pairs nowhere.csv --images . --out out",
                "evaluate --pairs pom.xml --images nowhere --out out",
                "demo --port 0",
                "demo --port 65536",
                "demo --port eighty",
                "audit verify --data nowhere",
                "audit verify --data data --database-url postgresql://localhost/namesake"
            })
    void a_call_that_makes_no_sense_ends_with_64_and_says_why(String call) {
        Run run = run(call.isEmpty() ? new String[0] : call.split(" "));

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "--help",
                "help evaluate",
                "evaluate --help",
                "demo --help",
                "serve --help",
                "audit verify -h"
            })
    void help_is_no_mistake(String call) {
        Run run = run(call.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: namesake");
    }

    /** Picocli writes its warnings, such as of a percent sign that it takes for a format, to standard error and goes on. */
    @Test
    void every_command_can_explain_itself_without_a_warning() {
        PrintStream before = System.err;
        ByteArrayOutputStream warnings = new ByteArrayOutputStream();
        System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
        try {
            assertThat(usages(Namesake.commandLine()))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(usage ->
                            assertThat(usage).contains("Usage: namesake").doesNotContain("%%", "${"));
        } finally {
            System.setErr(before);
        }
        assertThat(warnings.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static List<String> usages(CommandLine command) {
        List<String> usages = new ArrayList<>();
        if (!command.getCommandName().equals("help")) {
            usages.add(command.getUsageMessage());
        }
        command.getSubcommands().values().forEach(subcommand -> usages.addAll(usages(subcommand)));
        return usages;
    }

    @Test
    void groups_that_name_nobody_of_the_list_are_a_mistake() throws IOException {
        Files.createDirectories(folder.resolve("Ann"));
        Files.createFile(folder.resolve("Ann/1.jpg"));
        Files.createFile(folder.resolve("Ann/2.jpg"));
        Files.createDirectories(folder.resolve("Bob"));
        Files.createFile(folder.resolve("Bob/1.jpg"));
        Path pairs = Files.writeString(
                folder.resolve("pairs.csv"),
                "image_a,image_b,same_person\nAnn/1.jpg,Ann/2.jpg,true\nAnn/2.jpg,Bob/1.jpg,false\n");
        Path groups = Files.writeString(folder.resolve("groups.csv"), "person,group\nCid,elders\n");

        Run run = run(
                "evaluate",
                "--pairs",
                pairs.toString(),
                "--images",
                folder.toString(),
                "--out",
                out(),
                "--groups",
                groups.toString());

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.err()).contains("groups.csv names no picture of the list");
    }

    @Test
    void the_version_is_the_one_that_was_built() {
        assertThat(run("--version").out()).startsWith("namesake ").doesNotContain("${");
    }

    @Test
    void a_bad_row_ends_an_evaluation_with_65_before_it_begins() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.csv"), "image_a,image_b,same_person\na.jpg,b.jpg,true\n");

        Run run = run("evaluate", "--pairs", pairs.toString(), "--images", folder.toString(), "--out", out());

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.err()).contains("pairs.csv, line 2: image_a 'a.jpg' is not a file");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void an_evaluation_whose_files_cannot_be_written_or_would_replace_its_list_ends_with_64_before_it_begins()
            throws IOException {
        for (String picture : List.of("Ann/1.jpg", "Ann/2.jpg", "Bob/1.jpg")) {
            Files.createDirectories(folder.resolve(picture).getParent());
            Files.createFile(folder.resolve(picture));
        }
        Path list = Files.writeString(
                folder.resolve("scores.csv"),
                "image_a,image_b,same_person\nAnn/1.jpg,Ann/2.jpg,true\nAnn/2.jpg,Bob/1.jpg,false\n");
        String[] call = {"evaluate", "--pairs", list.toString(), "--images", folder.toString(), "--out", ""};

        call[6] = list.toString();
        Run file = run(call);
        call[6] = folder.toString();
        Run itself = run(call);

        assertThat(file.exitCode()).isEqualTo(64);
        assertThat(file.err()).contains("--out: ", "is a file; name a folder").doesNotContain("3 pictures");
        assertThat(itself.exitCode()).isEqualTo(64);
        assertThat(itself.err()).contains("scores.csv is what --pairs names").doesNotContain("3 pictures");
    }

    @Test
    void more_threads_than_make_sense_are_refused() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.csv"), "image_a,image_b,same_person\n");

        Run run = run(
                "evaluate",
                "--pairs",
                pairs.toString(),
                "--images",
                folder.toString(),
                "--out",
                out(),
                "--threads",
                "0");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("--threads must lie in 1..256, not 0");
    }

    @Test
    void a_taken_port_is_told_before_anything_starts_with_another_one_to_take() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Run run = run("demo", "--port", Integer.toString(taken.getLocalPort()), "--data", out());

            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.err())
                    .contains("Port " + taken.getLocalPort() + " can't be used")
                    .contains("./namesake demo --port ");
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void a_password_in_a_wrong_database_address_is_not_repeated() {
        Run run = run("audit", "verify", "--database-url", "mysql://root:secret@localhost/x");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("postgresql://").doesNotContain("secret");
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Namesake.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = command.execute(Arrays.copyOf(arguments, arguments.length));
        return new Run(exitCode, out.toString(), err.toString());
    }
}
