package io.namesake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.NetworkSimilarity;
import io.namesake.face.UnusableReason;
import io.namesake.face.evaluation.DetPoint;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.FailureToAcquire;
import io.namesake.face.evaluation.LabelledPair;
import io.namesake.face.evaluation.LivenessStatistics;
import io.namesake.face.evaluation.OperatingPoint;
import io.namesake.face.evaluation.PairScore;
import io.namesake.face.evaluation.Rate;
import io.namesake.face.evaluation.StageTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationFilesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        new EvaluationFiles(Path.of("/somewhere/private/pairs.csv"), "1.2.3", EvaluationOptions.defaults(), NOON)
                .write(report(), folder);
    }

    @Test
    void the_report_says_what_was_measured_with_intervals_and_units() {
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));

        assertThat(report.get("namesake").asString()).isEqualTo("1.2.3");
        assertThat(report.get("at").asString()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(report.get("accuracy").get("mean").asDouble()).isEqualTo(0.99);
        assertThat(report.get("accuracy").get("folds").asInt()).isEqualTo(10);
        JsonNode point = report.get("operatingPoints").get(0);
        assertThat(point.get("falseMatchRate").asDouble()).isEqualTo(0.01);
        assertThat(point.get("falseNonMatchRate").get("low").asDouble()).isEqualTo(0.01);
        assertThat(report.get("millisecondsPerImage").get("embed").asDouble()).isEqualTo(19.5);
        assertThat(report.get("liveness").get("assessed").asInt()).isEqualTo(3);
    }

    @Test
    void failures_to_acquire_are_counted_over_the_pictures() {
        JsonNode failures =
                JsonMapper.shared().readTree(folder.resolve("report.json")).get("failuresToAcquire");

        assertThat(failures.get("count").asInt()).isEqualTo(1);
        assertThat(failures.get("rate").asDouble()).isCloseTo(0.25, within(1e-9));
        assertThat(failures.get("images").get(0).get("reason").asString()).isEqualTo("no-face");
    }

    @Test
    void the_report_says_nothing_of_this_machine() throws IOException {
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"pairs.csv\"")
                .doesNotContain("private");
    }

    @Test
    void each_pair_has_a_row_of_scores_even_when_it_could_not_be_compared() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("scores.csv")))
                .containsExactly(
                        "image_a,image_b,same_person,similarity,one_cosine,two_cosine,failure",
                        "Ann/1.jpg,\"Ann/2, b.jpg\",true,7.25000,0.70000,0.80000,",
                        "Ann/1.jpg,Bob/1.jpg,false,,,,Bob/1.jpg: no-face");
    }

    @Test
    void only_supported_operating_points_are_drawn() throws IOException {
        assertThat(Files.readString(folder.resolve("det.svg")))
                .contains("FMR 1 %: FNMR 2.00 %, threshold 2.35")
                .doesNotContain("FMR 0.01 %:");
    }

    @Test
    void the_table_says_which_rates_could_not_be_measured() {
        assertThat(SummaryTable.of(report()))
                .containsPattern("Accuracy +99\\.00 % ± 0\\.40")
                .containsPattern("FNMR at FMR 1 % +2\\.00 % \\(95 %: 1\\.00 to 3\\.00\\), threshold 2\\.350")
                .containsPattern("FNMR at FMR 0\\.01 % +not measurable with fewer than 30,000 comparisons")
                .containsPattern("Unusable pictures +1 \\(no-face 1\\)");
    }

    private static EvaluationReport report() {
        return new EvaluationReport(
                "open/1",
                4,
                1000,
                500,
                List.of(new FailureToAcquire("Bob/1.jpg", UnusableReason.NO_FACE)),
                0.99,
                0.004,
                0.006,
                List.of(
                        new OperatingPoint(
                                1e-2, 2.35, 2.2, 2.5, new Rate(0.01, 0.005, 0.02), new Rate(0.02, 0.01, 0.03), true),
                        new OperatingPoint(1e-4, 4.97, 4, 6, new Rate(0, 0, 0.01), new Rate(0.05, 0.02, 0.09), false)),
                List.of(new DetPoint(0, 0.5, 0.001), new DetPoint(2.35, 0.01, 0.02), new DetPoint(5, 0.001, 0.1)),
                new StageTimes(1, 2.1, 0.3, 0.4, 19.5, 4, 27.3),
                Optional.of(new LivenessStatistics(3, 0, 0.9, 0.5, new Rate(0, 0, 0.5))),
                List.of(
                        new PairScore(
                                new LabelledPair("Ann/1.jpg", "Ann/2, b.jpg", true),
                                OptionalDouble.of(7.25),
                                List.of(new NetworkSimilarity("one", 0.7, 7), new NetworkSimilarity("two", 0.8, 7.5)),
                                Optional.empty()),
                        new PairScore(
                                new LabelledPair("Ann/1.jpg", "Bob/1.jpg", false),
                                OptionalDouble.empty(),
                                List.of(),
                                Optional.of("Bob/1.jpg: no-face"))));
    }
}
