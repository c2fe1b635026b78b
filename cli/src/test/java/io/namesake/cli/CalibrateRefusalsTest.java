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

/** A calibration takes hours, so what can be known before is told before. Two pictures of each of 32 persons make 496 pairs of persons. */
class CalibrateRefusalsTest {
    private static final int COPIES = 8;
    private static final List<String> SAMPLES = List.of("a-selfie", "b", "c", "d");
    private static final String READ = "of 64 pictures";

    @TempDir
    private Path folder;

    private Path list;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void pictures() throws IOException {
        StringBuilder pairs = new StringBuilder("image_a,image_b,same_person\n");
        for (String sample : SAMPLES) {
            for (int i = 0; i < COPIES; i++) {
                String person = sample.charAt(0) + "" + i;
                Files.createDirectories(folder.resolve(person));
                for (int picture = 0; picture < 2; picture++) {
                    try (InputStream in =
                            getClass().getResourceAsStream("/io/namesake/models/samples/" + sample + ".jpg")) {
                        Files.copy(in, folder.resolve(person + "/" + picture + ".jpg"));
                    }
                }
                pairs.append("%1$s/0.jpg,%1$s/1.jpg,true%n".formatted(person));
            }
        }
        for (int i = 0; i < COPIES; i++) {
            pairs.append("a%1$d/0.jpg,b%1$d/0.jpg,false%nc%1$d/0.jpg,d%1$d/0.jpg,false%n".formatted(i));
            pairs.append("b%1$d/1.jpg,a%1$d/1.jpg,false%n".formatted(i));
        }
        list = Files.writeString(folder.resolve("pairs.csv"), pairs);
    }

    @Test
    void fewer_pairs_than_a_rate_needs_are_counted_in_the_list_before_any_picture_is_read() {
        assertThat(calibrate("made.json", "0.01")).isEqualTo(65);
        assertThat(err.toString()).contains("needs at least 300 ", "these are at most 16, however many pictures");
        assertThat(calibrate("made.json", "0.01,0.001", "--all-impostors")).isEqualTo(65);
        assertThat(err.toString())
                .contains("needs at least 3,000 ", "these are at most 496, however many pictures")
                .doesNotContain(READ);
        assertThat(folder.resolve("made.json")).doesNotExist();
    }

    @Test
    void pairs_that_turn_out_unusable_are_refused_once_that_is_known() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.writeString(folder.resolve("d" + i + "/0.jpg"), "no picture");
            Files.writeString(folder.resolve("d" + i + "/1.jpg"), "no picture");
        }
        assertThat(calibrate("made.json", "0.0065", "--all-impostors")).isEqualTo(65);
        assertThat(err.toString()).contains(READ, "needs at least 462 ", "these are 435, however many pictures");
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
        Files.delete(folder.resolve("b0/0.jpg"));
        Files.createSymbolicLink(folder.resolve("b0/0.jpg"), unreadable);
        assertThat(calibrate("made.json", "0.01", "--all-impostors")).isEqualTo(65);
        assertThat(err.toString()).contains("b0/0.jpg can't be read").doesNotContain("defect");

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
