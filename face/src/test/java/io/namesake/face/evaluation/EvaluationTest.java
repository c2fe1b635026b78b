package io.namesake.face.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.namesake.face.UnusableReason;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.SampleFaces;
import io.namesake.face.support.SharedFaces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class EvaluationTest {
    private static final List<LabelledPair> SAMPLE_PAIRS = List.of(
            new LabelledPair("a/a-document", "a/a-selfie", true),
            new LabelledPair("a/a-document", "b/b", false),
            new LabelledPair("b/b", "c/c", false),
            new LabelledPair("c/c", "d/d", false));

    @Test
    void samples_of_the_same_person_are_told_from_those_of_others() throws IOException {
        EvaluationReport report = evaluate(EvaluationOptions.defaults(), SAMPLE_PAIRS);
        assertThat(report.images()).isEqualTo(5);
        assertThat(report.genuinePairs()).isEqualTo(1);
        assertThat(report.impostorPairs()).isEqualTo(3);
        assertThat(report.equalErrorRate()).isZero();
        assertThat(report.failures()).isEmpty();
        assertThat(report.scores().getFirst().similarity().orElseThrow())
                .isGreaterThan(report.scores().get(1).similarity().orElseThrow());
        assertThat(report.stageTimes().total()).isPositive();
    }

    @Test
    void all_impostors_are_all_cross_pairs_of_different_persons() throws IOException {
        EvaluationReport report = evaluate(EvaluationOptions.defaults().withAllImpostors(true), SAMPLE_PAIRS);
        // Five pictures make ten pairs; one of them shows the same person twice.
        assertThat(report.impostorPairs()).isEqualTo(9);
        assertThat(report.genuinePairs()).isEqualTo(1);
        assertThat(report.operatingPoints())
                .extracting(OperatingPoint::supported)
                .containsOnly(false);
    }

    @Test
    void a_picture_without_a_face_is_a_failure_to_acquire_and_leaves_the_rates_alone() throws IOException {
        List<LabelledPair> pairs = new ArrayList<>(SAMPLE_PAIRS);
        pairs.add(new LabelledPair("a/a-selfie", "nobody", true));
        EvaluationReport report = evaluate(EvaluationOptions.defaults(), pairs);
        assertThat(report.failures()).containsExactly(new FailureToAcquire("nobody", UnusableReason.NO_FACE));
        assertThat(report.genuinePairs()).isEqualTo(1);
        assertThat(report.scores().getLast().similarity()).isEmpty();
        assertThat(report.scores().getLast().failure()).contains("nobody: no-face");
    }

    @Test
    void every_picture_is_read_once_and_progress_ends_at_the_total() throws IOException {
        List<String> read = Collections.synchronizedList(new ArrayList<>());
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        new Evaluation(EvaluationOptions.defaults().withThreads(2))
                .run(
                        SAMPLE_PAIRS,
                        name -> {
                            read.add(name);
                            return picture(name);
                        },
                        (phase, now, total) -> done.add(total - now));
        assertThat(read).hasSize(5).doesNotHaveDuplicates();
        assertThat(done).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void a_picture_that_the_gate_sends_back_counts_only_without_the_gate() throws IOException {
        List<LabelledPair> pairs = new ArrayList<>(SAMPLE_PAIRS);
        pairs.add(new LabelledPair("a/a-document", "a/smaller", true));
        EvaluationReport report = evaluate(EvaluationOptions.defaults().withAllImpostors(true), pairs);
        assertThat(report.genuinePairs()).isEqualTo(2);
        assertThat(report.gate().images()).isEqualTo(6);
        // The sample selfie is slanted.
        assertThat(report.gate().sentBack()).isEqualTo(1);
        assertThat(report.gate().reasons()).containsEntry("HEAD_POSE_ROLL", 1);
        assertThat(report.gate().rates()).as(report.gate().toString()).isPresent();
        MeasuredRates passed = report.gate().rates().orElseThrow();
        assertThat(passed.genuinePairs()).isEqualTo(1);
        assertThat(passed.impostorPairs()).isLessThan(report.impostorPairs());
    }

    @Test
    void a_group_is_measured_among_its_own_people() throws IOException {
        List<LabelledPair> pairs = new ArrayList<>(SAMPLE_PAIRS);
        EvaluationReport report = evaluate(
                EvaluationOptions.defaults()
                        .withAllImpostors(true)
                        .withGroups(Map.of("a", "north", "b", "north", "c", "south", "d/d", "south")),
                pairs);
        assertThat(report.groups()).extracting(GroupRates::group).containsExactly("north", "south");
        GroupRates north = report.groups().getFirst();
        assertThat(north.persons()).isEqualTo(2);
        assertThat(north.images()).isEqualTo(3);
        // Two pictures of one person against one of the other.
        assertThat(north.rates().orElseThrow().impostorPairs()).isEqualTo(2);
        // Nobody in the south has two pictures.
        assertThat(report.groups().getLast().rates()).isEmpty();
    }

    @Test
    void the_nearest_impostor_of_each_person_is_a_look_alike() throws IOException {
        EvaluationReport report = evaluate(EvaluationOptions.defaults().withAllImpostors(true), SAMPLE_PAIRS);
        LookAlikes lookAlikes = report.lookAlikes().orElseThrow();
        assertThat(lookAlikes.persons()).isEqualTo(4);
        assertThat(lookAlikes.others()).isEqualTo(3);
        WorstPair worst = report.mostAlikeImpostors().getFirst();
        assertThat(report.mostAlikeImpostors())
                .hasSize(9)
                .isSortedAccordingTo((x, y) -> Double.compare(y.similarity(), x.similarity()));
        assertThat(lookAlikes.median()).isLessThanOrEqualTo(worst.similarity());
        assertThat(evaluate(EvaluationOptions.defaults(), SAMPLE_PAIRS).lookAlikes())
                .isEmpty();
    }

    @Test
    void across_columns_documents_meet_selfies_only() throws IOException {
        EvaluationReport report =
                evaluate(EvaluationOptions.defaults().withAllImpostors(true).withAcrossColumns(true), SAMPLE_PAIRS);
        // First column: a-document, b, c; second: a-selfie, d. Six cross pairs, one of them genuine.
        assertThat(report.impostorPairs()).isEqualTo(5);
    }

    @Test
    void the_calibrations_thresholds_are_held_against_these_pairs() throws IOException {
        EvaluationReport report = evaluate(EvaluationOptions.defaults(), SAMPLE_PAIRS);
        assertThat(report.calibrated())
                .extracting(CalibratedRates::calibratedFor)
                .containsExactly(1e-2, 1e-3, 1e-4);
        assertThat(report.calibrated()).allSatisfy(rates -> {
            assertThat(rates.falseMatchRate().value()).isZero();
            assertThat(rates.falseNonMatchRate().value()).isZero();
            // Three impostors prove little.
            assertThat(rates.falseMatchRate().high()).isGreaterThan(0.5);
        });
    }

    @Test
    void an_unreadable_picture_ends_the_evaluation() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Evaluation(EvaluationOptions.defaults())
                        .run(
                                SAMPLE_PAIRS,
                                name -> {
                                    throw new IOException("no such file " + name);
                                },
                                (phase, now, total) -> {}))
                .withMessageContaining("no such file");
    }

    @Test
    void without_an_impostor_there_is_nothing_to_measure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluate(EvaluationOptions.defaults(), SAMPLE_PAIRS.subList(0, 1)));
    }

    /** A swap of red and blue, a slanted alignment or a wrong crop each cost more than this leaves. */
    @Test
    @EnabledIf("io.namesake.face.support.SharedFaces#lfwIsThere")
    void two_hundred_pairs_of_lfw_are_decided_almost_without_error() throws IOException {
        List<LabelledPair> pairs = SharedFaces.lfwPairs("pairsDevTest.csv", 100);
        EvaluationReport report =
                new Evaluation(EvaluationOptions.defaults()).run(pairs, SharedFaces::lfw, (phase, now, total) -> {});
        assertThat(report.failures()).isEmpty();
        assertThat(report.genuinePairs()).isEqualTo(100);
        assertThat(report.accuracy()).isGreaterThanOrEqualTo(0.98);
        assertThat(report.equalErrorRate()).isLessThanOrEqualTo(0.02);
    }

    private static EvaluationReport evaluate(EvaluationOptions options, List<LabelledPair> pairs) throws IOException {
        return new Evaluation(options).run(pairs, EvaluationTest::picture, (phase, now, total) -> {});
    }

    private static byte[] picture(String name) {
        return switch (name) {
            case "nobody" -> Encoded.jpeg(Pictures.gradient(300, 300));
            case "a/smaller" -> Encoded.jpeg(Pictures.scaled(SampleFaces.image("a-document"), 0.8));
            default -> SampleFaces.bytes(name.substring(name.indexOf('/') + 1));
        };
    }
}
