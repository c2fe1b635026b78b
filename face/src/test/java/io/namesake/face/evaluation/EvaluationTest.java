package io.namesake.face.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.namesake.face.Assessment;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Role;
import io.namesake.face.UnusableReason;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.SampleFaces;
import io.namesake.face.support.SharedFaces;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        List<Integer> left = Collections.synchronizedList(new ArrayList<>());
        new Evaluation(EvaluationOptions.defaults().withThreads(2))
                .run(
                        SAMPLE_PAIRS,
                        name -> {
                            read.add(name);
                            return picture(name);
                        },
                        (step, now, total) -> {
                            if (step.phase() == Progress.Phase.IMAGES) {
                                left.add(total - now);
                            }
                        });
        assertThat(read).hasSize(5).doesNotHaveDuplicates();
        assertThat(left).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void every_pass_has_a_name_of_its_own_counts_its_pictures_once_and_ends() throws IOException {
        Map<Progress.Step, Integer> totals = new LinkedHashMap<>();
        Map<Progress.Step, List<Integer>> done = new HashMap<>();
        new Evaluation(EvaluationOptions.defaults()
                        .withAllImpostors(true)
                        .withGroups(Map.of("a", "north", "b", "north")))
                .run(SAMPLE_PAIRS, EvaluationTest::picture, (step, now, total) -> {
                    totals.put(step, total);
                    done.computeIfAbsent(step, first -> new ArrayList<>()).add(now);
                });

        assertThat(totals)
                .containsEntry(new Progress.Step(Progress.Phase.IMAGES, ""), 5)
                .containsEntry(new Progress.Step(Progress.Phase.CROSS_PAIRS, ""), 5)
                .containsEntry(new Progress.Step(Progress.Phase.MOST_ALIKE, ""), 5)
                // Four persons have no band: three rates that were asked for and three of the calibration.
                .containsEntry(new Progress.Step(Progress.Phase.INTERVALS, ""), 6)
                .containsEntry(new Progress.Step(Progress.Phase.CROSS_PAIRS, "group north"), 3)
                .containsKey(new Progress.Step(Progress.Phase.CROSS_PAIRS, "those that pass the gate"));
        totals.forEach((step, total) -> assertThat(done.get(step))
                .as(step.toString())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, total).boxed().toList()));
    }

    @Test
    void more_pictures_than_there_is_memory_for_are_refused_before_any_is_read() {
        List<LabelledPair> pairs = IntStream.range(0, 200_000)
                .mapToObj(i -> new LabelledPair(i + "/1", -i - 1 + "/1", false))
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluation(EvaluationOptions.defaults().withAllImpostors(true))
                        .run(
                                pairs,
                                name -> {
                                    throw new IOException("read " + name);
                                },
                                (step, done, total) -> {}))
                .withMessageContaining("of 79,999,800,000 pairs of different persons")
                .withMessageContaining("Take fewer pictures");
    }

    @Test
    void the_second_picture_is_held_to_the_rules_of_a_selfie_where_that_is_asked() throws IOException {
        List<LabelledPair> pairs = new ArrayList<>(SAMPLE_PAIRS);
        // Enough for a document and too small for a selfie.
        pairs.add(new LabelledPair("a/a-selfie", "a/small", true));

        EvaluationReport asDocuments = evaluate(EvaluationOptions.defaults(), pairs);
        EvaluationReport asSelfies = evaluate(EvaluationOptions.defaults().withSecond(Role.SELFIE), pairs);

        assertThat(asDocuments.failures()).isEmpty();
        assertThat(asDocuments.roles())
                .extracting(RoleFigures::role, RoleFigures::images)
                .containsExactly(tuple(Role.DOCUMENT, 6));
        assertThat(asSelfies.failures())
                .containsExactly(new FailureToAcquire("a/small", UnusableReason.FACE_TOO_SMALL));
        // Only the document stands in the first column alone.
        assertThat(asSelfies.roles())
                .extracting(RoleFigures::role, RoleFigures::images, RoleFigures::unusable)
                .containsExactly(tuple(Role.DOCUMENT, 1, 0), tuple(Role.SELFIE, 5, 1));
        assertThat(asSelfies.roles().getLast().failureToAcquire()).isEqualTo(Rate.wilson(1, 5));
        assertThat(asSelfies.roles().getLast().shareSentBack())
                .isEqualTo(Rate.wilson(asSelfies.roles().getLast().sentBack(), 4));
    }

    @Test
    void what_a_verification_would_refuse_for_several_faces_is_told_beside_the_face_nearest_the_centre()
            throws IOException {
        List<LabelledPair> pairs = new ArrayList<>(SAMPLE_PAIRS);
        pairs.add(new LabelledPair("a/a-document", "e/two", false));

        EvaluationReport nearest = evaluate(EvaluationOptions.defaults(), pairs);
        EvaluationReport strict =
                evaluate(EvaluationOptions.defaults().withFaceChoice(EvaluationOptions.FaceChoice.STRICT), pairs);

        assertThat(nearest.failures()).isEmpty();
        assertThat(nearest.severalFaces()).contains(new SeveralFaces(6, 1, 0));
        assertThat(strict.failures()).containsExactly(new FailureToAcquire("e/two", UnusableReason.SEVERAL_FACES));
        assertThat(strict.severalFaces()).isEmpty();
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
            case "a/small" -> Encoded.jpeg(withEyesApart(26, SampleFaces.image("a-document")));
            case "e/two" ->
                Encoded.jpeg(Pictures.onCanvas(
                        1150,
                        800,
                        new Pictures.Placed(SampleFaces.image("b"), 0, 0, 1),
                        new Pictures.Placed(SampleFaces.image("c"), 560, 0, 1)));
            case "a/smaller" -> Encoded.jpeg(Pictures.scaled(SampleFaces.image("a-document"), 0.8));
            default -> SampleFaces.bytes(name.substring(name.indexOf('/') + 1));
        };
    }

    private static BufferedImage withEyesApart(double pixels, BufferedImage face) {
        try (FaceVerifier verifier = FaceVerifier.open(FaceOptions.defaults())) {
            Assessment.Usable found = (Assessment.Usable) verifier.assess(Encoded.jpeg(face), Role.DOCUMENT);
            return Pictures.scaled(face, pixels / found.face().eyeDistancePixels());
        }
    }
}
