package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

class OutputFileTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final Work work = new Work();

    /** Works between trying and writing, as every command does. */
    @Command(name = "work")
    private static final class Work implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(names = "--in")
        private List<Path> in = List.of();

        @Option(names = "--out")
        private Path out;

        @Option(names = "--into")
        private Path into;

        private boolean done;
        private boolean fails;

        @Override
        public Integer call() {
            if (out != null) {
                OutputFile file = OutputFile.tried(spec, "--out", out);
                done = true;
                file.write(this::write);
            } else {
                OutputFolder output = OutputFolder.tried(spec, "--into", into, "a.txt", "b.txt");
                done = true;
                output.write(part -> {
                    Files.writeString(part.resolve("a.txt"), "new");
                    write(part.resolve("b.txt"));
                });
            }
            return 0;
        }

        private void write(Path file) throws IOException {
            Files.writeString(file, "new");
            if (fails) {
                throw new IOException("the disk is full");
            }
        }
    }

    @Test
    void a_missing_folder_is_made_and_the_file_lies_in_it_alone() throws IOException {
        assertThat(run("--out", "new/folder/a.txt")).as(err.toString()).isZero();
        assertThat(folder.resolve("new/folder/a.txt")).hasContent("new");
        assertThat(names("new/folder")).containsExactly("a.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out=taken/below/a.txt", "--out=.", "--into=taken", "--into=taken/below", "--into=holds"})
    void what_cannot_be_written_is_told_before_the_work_begins(String output) throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        Files.createDirectories(folder.resolve("holds/a.txt"));
        String[] option = output.split("=");

        assertThat(run(option[0], option[1])).isEqualTo(64);
        assertThat(work.done).isFalse();
        assertThat(err.toString())
                .startsWith(option[0] + ": ")
                .contains("folder")
                .doesNotContain("Exception");
    }

    @Test
    void what_the_same_call_names_is_not_written_over_be_it_by_another_name() throws IOException {
        Path input = Files.writeString(folder.resolve("a.txt"), "precious");
        Files.createSymbolicLink(folder.resolve("soft.txt"), input);
        Files.createLink(folder.resolve("hard.txt"), input);
        for (String other : List.of("a.txt", "soft.txt", "hard.txt", "nowhere/../a.txt")) {
            assertThat(run("--in", "a.txt", "--out", other)).as(other).isEqualTo(64);
        }
        assertThat(run("--in", "a.txt", "--into", ".")).isEqualTo(64);
        assertThat(run("--in", "other.txt", "--in", "soft.txt", "--into", ".")).isEqualTo(64);

        assertThat(err.toString()).contains("--out: ", "a.txt is what --in names, and would be lost");
        assertThat(work.done).isFalse();
        assertThat(input).hasContent("precious");
    }

    @Test
    void a_write_that_fails_leaves_what_was_there_and_nothing_beside_it() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "old");
        work.fails = true;

        assertThat(run("--out", "a.txt")).isEqualTo(69);
        assertThat(run("--into", ".")).isEqualTo(69);

        assertThat(err.toString()).contains("the disk is full");
        assertThat(folder.resolve("a.txt")).hasContent("old");
        assertThat(names(".")).containsExactly("a.txt");
    }

    @Test
    void a_link_is_followed_and_a_device_stays_one() throws IOException {
        Path real = Files.writeString(folder.resolve("real.txt"), "old");
        Files.createSymbolicLink(folder.resolve("link.txt"), real);
        assertThat(run("--out", "link.txt")).isZero();
        assertThat(folder.resolve("link.txt")).isSymbolicLink();
        assertThat(real).hasContent("new");

        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        assertThat(run("--out", device.toString())).as(err.toString()).isZero();
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void files_of_an_earlier_run_are_replaced_and_others_stay() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "old");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(run("--into", ".")).as(err.toString()).isZero();
        assertThat(names(".")).containsExactly("a.txt", "b.txt", "notes.txt");
        assertThat(folder.resolve("a.txt")).hasContent("new");
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
    }

    private List<String> names(String of) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(of))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Names of files are those within the folder of the test. */
    private int run(String... arguments) {
        String[] inFolder = Arrays.stream(arguments)
                .map(argument -> argument.startsWith("--")
                        ? argument
                        : folder.resolve(argument).toString())
                .toArray(String[]::new);
        return Namesake.commandLine()
                .addSubcommand(work)
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("work"), Arrays.stream(inFolder))
                        .toArray(String[]::new));
    }
}
