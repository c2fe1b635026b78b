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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The command itself, on copies of the sample pictures. Eight copies of each stand for eight persons, since a rate of 1 % needs 300 pairs of persons; pairs of
 * different persons are never copies of one picture.
 */
class CalibrateCommandTest {

    private static final int COPIES = 8;
    private static final List<String> SAMPLES = List.of("a-document", "a-selfie", "b", "c", "d");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void enough_pairs_of_enough_persons_make_a_calibration_that_says_where_it_comes_from() throws IOException {
        assertThat(calibrate(personsByName(), "--rates", "0.01", "--data-set", "the samples"))
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
        assertThat(err.toString()).contains("40 of 40 pictures");
    }

    @Test
    void too_few_persons_for_a_rate_are_refused_however_many_their_pictures_are() throws IOException {
        assertThat(calibrate(personsByFolder(), "--all-impostors")).isEqualTo(65);

        assertThat(err.toString())
                .contains("Too few pairs of persons for a false match rate of 0.01")
                .contains("at least 300")
                .contains("these are at most 6, however many pictures there are of each");
        assertThat(folder.resolve("made.json")).doesNotExist();
    }

    @Test
    void a_rate_that_cannot_be_measured_makes_no_sense() throws IOException {
        assertThat(calibrate(personsByFolder(), "--rates", "0.5")).isEqualTo(64);
        assertThat(err.toString()).contains("--rates");
    }

    /** Every sample against every other, as eight persons each. */
    private String personsByName() {
        StringBuilder pairs = new StringBuilder("image_a,image_b,same_person,person_a,person_b\n");
        for (int i = 0; i < COPIES; i++) {
            pairs.append("a/a-document%1$d.jpg,a/a-selfie%1$d.jpg,true,a%1$d,a%1$d%n".formatted(i));
            for (int j = 0; j < COPIES; j++) {
                for (String one : SAMPLES) {
                    for (String other : SAMPLES) {
                        if (one.compareTo(other) < 0 && one.charAt(0) != other.charAt(0)) {
                            pairs.append("%s,%s,false,%s,%s%n"
                                    .formatted(
                                            path(one, i),
                                            path(other, j),
                                            one.charAt(0) + "" + i,
                                            other.charAt(0) + "" + j));
                        }
                    }
                }
            }
        }
        return pairs.toString();
    }

    private static String personsByFolder() {
        StringBuilder pairs = new StringBuilder("image_a,image_b,same_person\n");
        for (int i = 0; i < COPIES; i++) {
            pairs.append("a/a-document%d.jpg,a/a-selfie%d.jpg,true%n".formatted(i, i));
            pairs.append("b/b%d.jpg,c/c%d.jpg,false%n".formatted(i, i));
            pairs.append("c/c%d.jpg,d/d%d.jpg,false%n".formatted(i, i));
        }
        return pairs.toString();
    }

    private static String path(String sample, int copy) {
        return sample.charAt(0) + "/" + sample + copy + ".jpg";
    }

    private int calibrate(String pairs, String... more) throws IOException {
        for (String sample : SAMPLES) {
            for (int i = 0; i < COPIES; i++) {
                Path picture = folder.resolve(path(sample, i));
                Files.createDirectories(picture.getParent());
                String resource = "/io/namesake/models/samples/" + sample + ".jpg";
                try (InputStream in = Calibration.class.getResourceAsStream(resource)) {
                    Files.write(picture, in.readAllBytes());
                }
            }
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
