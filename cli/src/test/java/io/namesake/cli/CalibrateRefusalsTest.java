package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calibration takes hours, so what can be known before is told before. Eight pictures of each of four persons make 384 pairs of different persons. */
class CalibrateRefusalsTest {
    private static final int EACH = 8;
    private static final List<String> SAMPLES = List.of("a-selfie", "b", "c", "d");
    private static final String READ = "of 32 pictures";

    @TempDir
    private Path folder;

    private Path list;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void pictures() throws IOException {
        StringBuilder pairs = new StringBuilder("image_a,image_b,same_person\n");
        for (String sample : SAMPLES) {
            String person = sample.substring(0, 1);
            Files.createDirectories(folder.resolve(person));
            for (int i = 0; i < EACH; i++) {
                try (InputStream in =
                        getClass().getResourceAsStream("/io/namesake/models/samples/" + sample + ".jpg")) {
                    Files.copy(in, folder.resolve(person + "/" + i + ".jpg"));
                }
                pairs.append("%1$s/%2$d.jpg,%1$s/%3$d.jpg,true%n".formatted(person, i, (i + 1) % EACH));
            }
        }
        for (int i = 0; i < EACH; i++) {
            pairs.append("a/%1$d.jpg,b/%1$d.jpg,false%nc/%1$d.jpg,d/%1$d.jpg,false%n".formatted(i));
        }
        list = Files.writeString(folder.resolve("pairs.csv"), pairs);
    }

    @Test
    void fewer_pairs_than_a_rate_needs_are_counted_in_the_list_before_any_picture_is_read() {
        assertThat(calibrate("made.json", "0.01")).isEqualTo(65);
        assertThat(err.toString()).contains("needs at least 300 ", "these are at most 16.");
        assertThat(calibrate("made.json", "0.01,0.001", "--all-impostors")).isEqualTo(65);
        assertThat(err.toString())
                .contains("needs at least 3,000 ", "these are at most 384.")
                .doesNotContain(READ);
        assertThat(folder.resolve("made.json")).doesNotExist();
    }

    @Test
    void pairs_that_turn_out_unusable_are_refused_once_that_is_known() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.writeString(folder.resolve("d/" + i + ".jpg"), "no picture");
        }
        assertThat(calibrate("made.json", "0.0085", "--all-impostors")).isEqualTo(65);
        assertThat(err.toString()).contains(READ, "needs at least 353 ", "these are 336.");
    }

    @Test
    void a_file_that_cannot_be_written_is_told_before_any_picture_is_read() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        assertThat(calibrate("taken/made.json", "0.01", "--all-impostors")).isEqualTo(64);
        assertThat(err.toString())
                .contains("--out: ", "taken is a file; name a folder")
                .doesNotContain(READ)
                .doesNotContain("defect");
    }

    @Test
    void the_list_itself_is_not_written_over() throws IOException {
        String before = Files.readString(list);
        assertThat(calibrate("pairs.csv", "0.01", "--all-impostors")).isEqualTo(64);
        assertThat(err.toString()).contains("pairs.csv is what --pairs names").doesNotContain(READ);
        assertThat(list).hasContent(before);
    }

    /** Root may read whatever rights forbid, but nobody reads the first page of a program's memory. */
    @Test
    void a_picture_or_a_list_that_cannot_be_read_is_named_and_no_defect() throws IOException {
        Path unreadable = Path.of("/proc/self/mem");
        assumeTrue(Files.isRegularFile(unreadable));
        Files.delete(folder.resolve("b/0.jpg"));
        Files.createSymbolicLink(folder.resolve("b/0.jpg"), unreadable);
        assertThat(calibrate("made.json", "0.01", "--all-impostors")).isEqualTo(65);
        assertThat(err.toString()).contains("b/0.jpg can't be read").doesNotContain("defect");

        Files.delete(list);
        Files.createSymbolicLink(list, unreadable);
        assertThat(calibrate("made.json", "0.01", "--all-impostors")).isEqualTo(65);
        assertThat(err.toString()).contains("pairs.csv").doesNotContain("defect");
    }

    private int calibrate(String out, String rates, String... more) {
        String[] usual = {
            "calibrate", "--pairs=" + list, "--images=" + folder, "--rates=" + rates, "--out=" + folder.resolve(out)
        };
        String[] all = new String[usual.length + more.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return Namesake.commandLine().setErr(new PrintWriter(err, true)).execute(all);
    }
}
