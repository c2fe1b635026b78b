package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.namesake.face.evaluation.attacks.MadeAttack;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command itself, on the sample pictures and what it makes of them. */
class EvaluateAttacksCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void pictures() throws IOException {
        for (String name : new String[] {"a-document", "b", "c", "d"}) {
            Path person = Files.createDirectories(folder.resolve("live").resolve(name.substring(0, 1)));
            try (InputStream sample = getClass().getResourceAsStream("/io/namesake/models/samples/" + name + ".jpg")) {
                Files.copy(sample, person.resolve(name + ".jpg"));
            }
        }
    }

    @Test
    void errors_are_reported_by_species_and_judge_and_never_averaged() throws IOException {
        assertThat(evaluate("--live", "samples=" + folder.resolve("live"), "--folds", "0"))
                .as(err.toString())
                .isZero();

        JsonNode report = JsonMapper.shared().readTree(folder.resolve("out/report.json"));
        assertThat(report.get("reports").size()).isEqualTo(2);
        JsonNode network = report.get("reports").get(0);
        assertThat(network.get("judge").asString()).isEqualTo("network alone");
        JsonNode own = network.get("points").get(0);
        assertThat(own.get("living").get(0).get("name").asString()).startsWith("samples");
        List<String> species = own.get("attacks").findValuesAsString("name");
        assertThat(species)
                .containsAll(Arrays.stream(MadeAttack.values())
                        .map(MadeAttack::species)
                        .toList())
                .contains("made-cut-out-on-another")
                .doesNotContain("made-print-bent-on-another");
        assertThat(own.get("accepted").findValuesAsString("name"))
                .as("of what is worn, that which somebody else wears")
                .contains("made-print-bent", "made-cut-out-on-another")
                .doesNotContain("made-cut-out");
        for (JsonNode row : own.get("attacks")) {
            assertThat(row.get("presentations").asInt()).as(row.toString()).isBetween(1, 4);
            JsonNode unusable = report.get("unusable").get(row.get("name").asString());
            assertThat(row.get("presentations").asInt() + unusable.asInt())
                    .as(row.toString())
                    .isEqualTo(4);
            assertThat(row.get("rate").get("value").asDouble())
                    .isBetween(
                            row.get("rate").get("low").asDouble(),
                            row.get("rate").get("high").asDouble());
        }
        assertThat(Files.readString(folder.resolve("out/attacks.svg"))).contains("<svg", "made-replay-screen");
        assertThat(out.toString())
                .contains("APCER made-print-halftone", "IAPAR made-print-halftone", "BPCER samples", "BPCER 5 %")
                .contains("Without a usable face: made-print-halftone")
                .doesNotContain("average");
        assertThat(err.toString()).contains("pictures");
    }

    @Test
    void a_fit_judges_each_person_without_them_and_is_written_with_the_rates_so_measured() throws IOException {
        Path fit = folder.resolve("attacks.json");
        assertThat(evaluate("--live", "samples=" + folder.resolve("live"), "--folds", "2", "--fit", fit.toString()))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("2 of 2 fits on all but some persons");
        JsonNode fusion = JsonMapper.shared().readTree(fit);
        assertThat(fusion.get("specialists").findValuesAsString("kind")).containsExactly("worn");
        assertThat(fusion.get("measured").findValuesAsString("of"))
                .contains("samples", "samples-randomised-camera", "made-randomised-cut-out");
        JsonNode leftOut = JsonMapper.shared()
                .readTree(folder.resolve("out/report.json"))
                .get("reports")
                .get(2);
        assertThat(leftOut.get("judge").asString()).isEqualTo("fusion, persons left out");
    }

    @Test
    void thresholds_are_set_on_living_people_of_another_camera_and_the_weights_stay() throws IOException {
        Path file = folder.resolve("attacks.json");
        assertThat(evaluate(
                        "--live", "samples=" + folder.resolve("live"), "--folds", "0", "--thresholds", file.toString()))
                .as(err.toString())
                .isZero();
        JsonNode moved = JsonMapper.shared().readTree(file);
        JsonNode shipped =
                JsonMapper.shared().readTree(getClass().getResourceAsStream("/io/namesake/models/attacks.json"));
        assertThat(moved.get("weights")).isEqualTo(shipped.get("weights"));
        assertThat(moved.get("threshold")).isNotEqualTo(shipped.get("threshold"));
        assertThat(moved.get("dataSet").asString()).endsWith("; thresholds set on: pictures of its operator");
        JsonNode first = JsonMapper.shared()
                .readTree(folder.resolve("out/report.json"))
                .get("reports")
                .get(0);
        assertThat(first.get("judge").asString()).isEqualTo("fusion, thresholds of these living people");
        JsonNode living = first.get("points").get(0).get("living");
        assertThat(living.get(0).get("name").asString()).isEqualTo("samples");
        assertThat(living.get(0).get("errors").asInt())
                .as("of four people, one in twenty")
                .isZero();
    }

    @Test
    void what_makes_no_sense_says_what_to_do() throws IOException {
        assertThat(evaluate("--live", "samples=" + folder.resolve("nowhere"))).isEqualTo(64);
        assertThat(err.toString()).contains("there is no folder");
        Files.createDirectories(folder.resolve("empty"));
        assertThat(evaluate("--live", "samples=" + folder.resolve("empty"))).isEqualTo(64);
        assertThat(err.toString()).contains("there is no picture");
        assertThat(evaluate("--live", "samples=" + folder.resolve("live"), "--folds", "1"))
                .isEqualTo(64);
        assertThat(evaluate("--live", "samples=" + folder.resolve("live"), "--made-from", "0"))
                .isEqualTo(65);
        assertThat(err.toString()).contains("living people and of attacks");
    }

    @Test
    void what_cannot_be_written_is_told_before_any_picture_is_read() throws IOException {
        String live = "samples=" + folder.resolve("live");
        Files.writeString(folder.resolve("taken"), "a file");
        String below = folder.resolve("taken/attacks.json").toString();
        assertThat(evaluate("--live", live, "--fit", below)).isEqualTo(64);
        assertThat(err.toString()).contains("--fit: ", "taken is a file; name a folder");
        String report = folder.resolve("out/report.json").toString();
        assertThat(evaluate("--live", live, "--fit", report)).isEqualTo(64);
        assertThat(err.toString()).contains("report.json is what --fit names");
        assertThat(run(
                        "evaluate-attacks",
                        "--live",
                        live,
                        "--out",
                        folder.resolve("taken").toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("taken is a file; name a folder").doesNotContainPattern("\\d pictures");
    }

    @Test
    void a_damaged_picture_is_counted_and_ends_nothing() throws IOException {
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
        Files.write(folder.resolve("live/b/broken.png"), signature);
        assertThat(evaluate("--live", "samples=" + folder.resolve("live"), "--folds", "0"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Without a usable face: samples 1");
    }

    @Test
    void a_picture_that_cannot_be_read_is_named_and_no_defect() throws IOException {
        Path unreadable = Path.of("/proc/self/mem");
        assumeTrue(Files.isRegularFile(unreadable));
        Files.createSymbolicLink(folder.resolve("live/b/locked.png"), unreadable);
        assertThat(evaluate("--live", "samples=" + folder.resolve("live"), "--folds", "0"))
                .isEqualTo(65);
        assertThat(err.toString()).contains("locked.png can't be read").doesNotContain("defect");
    }

    private int evaluate(String... arguments) {
        return run(Stream.concat(
                        Stream.of(
                                "evaluate-attacks",
                                "--out",
                                folder.resolve("out").toString()),
                        Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        CommandLine command = Namesake.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
