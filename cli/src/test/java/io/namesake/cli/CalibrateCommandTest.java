package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.Calibration;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command itself, on copies of the sample pictures: 30 pictures of four persons make 324 pairs of different persons. */
class CalibrateCommandTest {

    private static final int COPIES = 6;
    private static final Map<String, String> PERSONS =
            Map.of("a-document", "a", "a-selfie", "a", "b", "b", "c", "c", "d", "d");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void enough_pairs_make_a_calibration_that_says_where_it_comes_from() throws IOException {
        assertThat(calibrate("--all-impostors", "--rates", "0.01", "--data-set", "the samples"))
                .as(err.toString())
                .isZero();

        Calibration made = Calibration.read(folder.resolve("made.json"));
        assertThat(made.dataSet()).isEqualTo("the samples");
        assertThat(made.images()).isEqualTo(5L * COPIES);
        assertThat(made.impostorPairs()).isEqualTo(9L * COPIES * COPIES);
        Calibration.Point point = made.points().getFirst();
        assertThat(point.falseMatchRate()).isEqualTo(0.01);
        // The samples' highest similarity of different persons is well below that of the same person.
        assertThat(point.threshold())
                .isBetween(0.5, 2.5)
                .isBetween(
                        point.thresholdInterval().low(),
                        point.thresholdInterval().high());
        assertThat(out.toString()).contains("made.json");
        assertThat(err.toString()).contains("30 of 30 pictures");
    }

    @Test
    void too_few_pairs_for_a_rate_are_refused_with_the_number_that_it_needs() throws IOException {
        assertThat(calibrate("--all-impostors")).isEqualTo(65);

        assertThat(err.toString())
                .contains("Too few pairs of different persons for a false match rate of 0.001")
                .contains("at least 3,000")
                .contains("these are at most 324");
        assertThat(folder.resolve("made.json")).doesNotExist();
    }

    @Test
    void a_rate_that_cannot_be_measured_makes_no_sense() throws IOException {
        assertThat(calibrate("--rates", "0.5")).isEqualTo(64);
        assertThat(err.toString()).contains("--rates");
    }

    private int calibrate(String... more) throws IOException {
        StringBuilder pairs = new StringBuilder("image_a,image_b,same_person\n");
        for (var sample : PERSONS.entrySet()) {
            for (int i = 0; i < COPIES; i++) {
                Path picture = folder.resolve(sample.getValue()).resolve(sample.getKey() + i + ".jpg");
                Files.createDirectories(picture.getParent());
                String resource = "/io/namesake/models/samples/" + sample.getKey() + ".jpg";
                try (InputStream in = Calibration.class.getResourceAsStream(resource)) {
                    Files.write(picture, in.readAllBytes());
                }
            }
        }
        for (int i = 0; i < COPIES; i++) {
            pairs.append("a/a-document%d.jpg,a/a-selfie%d.jpg,true%n".formatted(i, i));
            pairs.append("b/b%d.jpg,c/c%d.jpg,false%n".formatted(i, i));
            pairs.append("c/c%d.jpg,d/d%d.jpg,false%n".formatted(i, i));
        }
        Path list = Files.writeString(folder.resolve("pairs.csv"), pairs);
        CommandLine command =
                Namesake.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] usual = {
            "calibrate",
            "--pairs",
            list.toString(),
            "--images",
            folder.toString(),
            "--out",
            folder.resolve("made.json").toString()
        };
        String[] arguments =
                Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray(String[]::new);
        return command.execute(arguments);
    }
}
