package io.namesake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.NetworkSimilarity;
import io.namesake.face.Role;
import io.namesake.face.UnusableReason;
import io.namesake.face.evaluation.CalibratedRates;
import io.namesake.face.evaluation.DetBand;
import io.namesake.face.evaluation.DetPoint;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.FailureToAcquire;
import io.namesake.face.evaluation.GroupRates;
import io.namesake.face.evaluation.ImageSource;
import io.namesake.face.evaluation.Intervals;
import io.namesake.face.evaluation.LabelledPair;
import io.namesake.face.evaluation.LivenessStatistics;
import io.namesake.face.evaluation.LookAlikes;
import io.namesake.face.evaluation.MeasuredRates;
import io.namesake.face.evaluation.OperatingPoint;
import io.namesake.face.evaluation.PairScore;
import io.namesake.face.evaluation.PortraitStyle;
import io.namesake.face.evaluation.QualityGate;
import io.namesake.face.evaluation.Rate;
import io.namesake.face.evaluation.RoleFigures;
import io.namesake.face.evaluation.ScoreHistogram;
import io.namesake.face.evaluation.SeveralFaces;
import io.namesake.face.evaluation.StageTimes;
import io.namesake.face.evaluation.WorstPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
        write(Optional.empty());
    }

    private void write(Optional<ImageSource> pictures) throws IOException {
        write(report(), pictures);
    }

    private void write(EvaluationReport report, Optional<ImageSource> pictures) throws IOException {
        Path pairs = Path.of("/somewhere/private/pairs.csv");
        new EvaluationFiles(
                        pairs,
                        Optional.of(PortraitStyle.GREY),
                        "1.2.3",
                        EvaluationOptions.defaults().withSecond(Role.SELFIE),
                        NOON,
                        pictures)
                .write(report, folder);
    }

    @Test
    void the_page_tells_everything_and_loads_nothing() throws IOException {
        String page = Files.readString(folder.resolve("report.html"));

        assertThat(page)
                .contains("default-src 'none'")
                .contains("FNMR at FMR 1 %", "2.00 % (1.00 %–3.00 %)", "0.60 % (0.20 %–1.00 %)")
                .contains("sends back 1 of 3", "SHARPNESS")
                .contains("elders", "2 persons, 3 pictures, 1 sent back")
                .contains("nearest impostor", "50.00 % (10.00 %–90.00 %)")
                .contains("Ann/2, b.jpg", "Cid/1.jpg", "no-face")
                .contains("27.3")
                .contains(
                        "Taken for an attack: 0.00 % (0.00 %–50.00 %) of 3 pictures; 7 could not be assessed", "0.900")
                .contains("1 of 4: 25.00 % (4.56 %–69.94 %). The interval is Wilson's, over the pictures.")
                .contains("second as selfie", "<td>selfie</td>\n<td>3</td>", "1: 33.33 %")
                .contains("refuse 2 of these 3 pictures", "take another face in 1")
                .contains("drawing the persons anew 1,000 times. 12 of these drew no pair of one of the two kinds")
                .contains("class=\"band\"", "class=\"genuine\"", "2.40: FMR 1 %")
                .doesNotContain("private", "<script", "<link", "<img", "url(", "@import", "href=", "https:");
    }

    @Test
    void the_page_says_why_the_band_ends_before_the_curve() throws IOException {
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("It ends at a false match rate of 1.00 %, where the curve goes on")
                .contains("only the most alike of all cross pairs are held one by one");

        write(report(List.of(new DetBand(1e-2, 0.01, 0.03), new DetBand(0.5, 0, 0.01)), rates()), Optional.empty());
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("The band is the 95 % interval of the false non-match rate.</p>")
                .doesNotContain("It ends at");
    }

    @Test
    void of_few_persons_the_reports_say_that_there_is_no_interval() throws IOException {
        Intervals few = new Intervals(4, 7, 21, 0);
        MeasuredRates rates = new MeasuredRates(
                900,
                400,
                0.004,
                List.of(
                        new OperatingPoint(
                                1e-2,
                                2.3,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                new Rate(0.01, 0, 1),
                                new Rate(0.006, 0, 1),
                                true),
                        new OperatingPoint(
                                1e-4,
                                4.97,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                new Rate(0, 0, 1),
                                new Rate(0.05, 0, 1),
                                false)),
                List.of(new CalibratedRates(1e-2, 2.4, new Rate(0.007, 0, 1), new Rate(0.011, 0, 1))),
                few);
        EvaluationReport report = report(List.of(), rates);
        write(report, Optional.empty());

        assertThat(Files.readString(folder.resolve("report.html")))
                .contains(
                        "Of fewer than 10 persons there are none: pairs of one person show 4, pairs of different persons 7.")
                .contains("0.60 % (no interval)", "FMR 0.70 % (no interval), FNMR 1.10 % (no interval)")
                .contains("There is no band: the persons or the pairs are too few");
        assertThat(SummaryTable.of(report))
                .containsPattern("  FNMR at FMR 1 % +0\\.60 % \\(no interval\\)")
                .containsPattern("  intervals +.*Of fewer than 10 persons there are none");
        JsonNode point = JsonMapper.shared()
                .readTree(folder.resolve("report.json"))
                .get("qualityGate")
                .get("rates")
                .get("operatingPoints")
                .get(0);
        assertThat(point.get("thresholdLow").isNull()).isTrue();
        assertThat(point.get("falseNonMatchRate").get("high").asDouble()).isEqualTo(1);
    }

    @Test
    void the_page_shows_faces_only_when_they_were_asked_for() throws IOException {
        write(Optional.of(name -> name.startsWith("Ann") ? new byte[] {(byte) 0xFF, 1} : new byte[] {(byte) 0x89, 2}));

        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<img alt=\"\" src=\"data:image/jpeg;base64,/wE=\">")
                .contains("data:image/png;base64,iQI=")
                .contains("Ann/1.jpg, Cid/1.jpg");
    }

    @Test
    void names_cannot_become_markup() {
        assertThat(new HtmlPage("<b>").paragraph("a & \"b\"").end())
                .contains("<h1>&lt;b&gt;</h1>")
                .contains("<p>a &amp; &quot;b&quot;</p>");
    }

    @Test
    void small_rates_keep_their_digits() {
        assertThat(Percent.of(0.0219)).isEqualTo("2.19 %");
        assertThat(Percent.of(0.000_098)).isEqualTo("0.0098 %");
        assertThat(Percent.of(0.000_000_12)).isEqualTo("0.000012 %");
        assertThat(Percent.of(0)).isEqualTo("0.00 %");
    }

    @Test
    void the_report_says_what_was_measured_with_intervals_and_units() {
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));

        assertThat(report.get("namesake").asString()).isEqualTo("1.2.3");
        assertThat(report.get("at").asString()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(report.get("portraits").asString()).isEqualTo("GREY");
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
        // Wilson's interval for 1 of 4.
        assertThat(failures.get("low").asDouble()).isCloseTo(0.0456, within(0.0001));
        assertThat(failures.get("high").asDouble()).isCloseTo(0.6994, within(0.0001));
        assertThat(failures.get("images").get(0).get("reason").asString()).isEqualTo("no-face");
    }

    @Test
    void the_report_says_whose_rules_the_pictures_were_held_to() {
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));

        assertThat(report.get("second").asString()).isEqualTo("SELFIE");
        JsonNode selfies = report.get("roles").get(1);
        assertThat(selfies.get("role").asString()).isEqualTo("SELFIE");
        assertThat(selfies.get("unusable").asInt()).isEqualTo(1);
        assertThat(selfies.get("shareSentBack").get("high").asDouble()).isEqualTo(0.9);
        assertThat(report.get("severalFaces").get("refused").asInt()).isEqualTo(2);
        assertThat(report.get("intervals").get("roundsLeftOut").asInt()).isEqualTo(12);
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
                .containsPattern("FNMR at FMR 0\\.01 % +not measurable with fewer than 30,000 pairs of persons")
                .containsPattern("Unusable pictures +1 \\(no-face 1\\): 25\\.00 % \\(95 %: 4\\.56 to 69\\.94\\)")
                .containsPattern(
                        "Held to a selfie's +3 pictures, unusable 1: 33\\.33 % .*; the gate sends back 1: 50\\.00 %")
                .containsPattern(
                        "Several faces +verify would refuse 2 of 3 usable pictures, and take another face in 1")
                .containsPattern("Intervals +95 % intervals come from .* 12 of these drew no pair");
    }

    @Test
    void the_report_says_what_the_gate_sends_back_and_what_remains() {
        JsonNode gate =
                JsonMapper.shared().readTree(folder.resolve("report.json")).get("qualityGate");

        assertThat(gate.get("sentBack").asInt()).isEqualTo(1);
        assertThat(gate.get("share").get("value").asDouble()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(gate.get("reasons").get("SHARPNESS").asInt()).isEqualTo(1);
        JsonNode point = gate.get("rates").get("operatingPoints").get(0);
        assertThat(point.get("falseNonMatchRate").get("value").asDouble()).isEqualTo(0.006);
    }

    @Test
    void the_report_names_groups_look_alikes_and_the_worst_pairs() {
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));

        assertThat(report.get("groups").get(0).get("group").asString()).isEqualTo("elders");
        assertThat(report.get("groups").get(0).get("rates").get("genuinePairs").asInt())
                .isEqualTo(900);
        assertThat(report.get("lookAlikes")
                        .get("reached")
                        .get(0)
                        .get("share")
                        .get("value")
                        .asDouble())
                .isEqualTo(0.5);
        JsonNode worst = report.get("worst");
        // A pair that could not be compared has no similarity and is none of the worst.
        assertThat(worst.get("leastAlikeOfOnePerson")).hasSize(1);
        assertThat(worst.get("leastAlikeOfOnePerson").get(0).get("similarity").asDouble())
                .isEqualTo(7.25);
        assertThat(worst.get("mostAlikeOfDifferentPersons").get(0).get("imageB").asString())
                .isEqualTo("Cid/1.jpg");
    }

    @Test
    void the_table_tells_rates_with_the_gate_from_those_without() {
        assertThat(SummaryTable.of(report()))
                .containsPattern("Calibrated for 1 % +threshold 2\\.400: FMR 0\\.80 % .*, FNMR 3\\.00 %")
                .containsPattern("Quality gate +sends back 1 of 3 pictures: 33\\.33 % .*; SHARPNESS 1")
                .containsPattern("  FNMR at FMR 1 % +0\\.60 %")
                .containsPattern("Group elders +2 persons, 3 pictures, of which the gate sends back 1")
                .containsPattern("Look-alikes at 1 % +the nearest of 1 others matches for 50\\.0 % of 2 persons");
    }

    private static EvaluationReport report() {
        return report(List.of(new DetBand(1e-2, 0.01, 0.03)), rates());
    }

    private static EvaluationReport report(List<DetBand> band, MeasuredRates gated) {
        return new EvaluationReport(
                "open/1",
                4,
                1000,
                500,
                List.of(new FailureToAcquire("Bob/1.jpg", UnusableReason.NO_FACE)),
                List.of(
                        new RoleFigures(Role.DOCUMENT, 1, 0, new Rate(0, 0, 0.8), 0, new Rate(0, 0, 0.8)),
                        new RoleFigures(Role.SELFIE, 3, 1, new Rate(1 / 3.0, 0.05, 0.8), 1, new Rate(0.5, 0.1, 0.9))),
                Optional.of(new SeveralFaces(3, 2, 1)),
                0.99,
                0.004,
                0.006,
                List.of(
                        new OperatingPoint(
                                1e-2,
                                2.35,
                                OptionalDouble.of(2.2),
                                OptionalDouble.of(2.5),
                                new Rate(0.01, 0.005, 0.02),
                                new Rate(0.02, 0.01, 0.03),
                                true),
                        new OperatingPoint(
                                1e-4,
                                4.97,
                                OptionalDouble.of(4),
                                OptionalDouble.of(6),
                                new Rate(0, 0, 0.01),
                                new Rate(0.05, 0.02, 0.09),
                                false)),
                List.of(new DetPoint(0, 0.5, 0.001), new DetPoint(2.35, 0.01, 0.02), new DetPoint(5, 0.001, 0.1)),
                new StageTimes(1, 2.1, 0.3, 0.4, 19.5, 4, 27.3),
                Optional.of(new LivenessStatistics(3, 7, 0.9, 0.5, new Rate(0, 0, 0.5))),
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
                                Optional.of("Bob/1.jpg: no-face"))),
                List.of(new CalibratedRates(1e-2, 2.4, new Rate(0.008, 0.004, 0.012), new Rate(0.03, 0.02, 0.04))),
                band,
                new Intervals(300, 400, 79_800, 12),
                new ScoreHistogram(4, 0.25, List.of(1L, 999L)),
                new ScoreHistogram(-1, 0.25, List.of(400L, 100L)),
                new QualityGate(3, 1, Map.of("SHARPNESS", 1), Optional.of(gated)),
                List.of(new GroupRates("elders", 2, 3, 1, Optional.of(gated))),
                Optional.of(new LookAlikes(2, 1, 1.5, List.of(new LookAlikes.Reached(1e-2, new Rate(0.5, 0.1, 0.9))))),
                List.of(new WorstPair("Ann/1.jpg", "Cid/1.jpg", 2.5)));
    }

    private static MeasuredRates rates() {
        return new MeasuredRates(
                900,
                400,
                0.004,
                List.of(
                        new OperatingPoint(
                                1e-2,
                                2.3,
                                OptionalDouble.of(2.2),
                                OptionalDouble.of(2.5),
                                new Rate(0.01, 0.005, 0.02),
                                new Rate(0.006, 0.002, 0.01),
                                true),
                        new OperatingPoint(
                                1e-4,
                                4.97,
                                OptionalDouble.of(4),
                                OptionalDouble.of(6),
                                new Rate(0, 0, 0.01),
                                new Rate(0.05, 0.02, 0.09),
                                false)),
                List.of(new CalibratedRates(1e-2, 2.4, new Rate(0.007, 0.004, 0.012), new Rate(0.011, 0, 0.02))),
                new Intervals(300, 400, 79_800, 0));
    }
}
