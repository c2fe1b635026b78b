package io.namesake.face.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.AttackFusion;
import io.namesake.face.AttackSignal;
import io.namesake.face.FaceOptions;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.Role;
import io.namesake.face.SignalValue;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.support.SampleFaces;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttackSignalsTest {
    private static FacePipeline pipeline;

    @BeforeAll
    static void open() {
        pipeline = new FacePipeline(FaceOptions.defaults());
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-document", "a-selfie", "b", "c", "d"})
    void a_living_person_is_not_suspected_and_each_signal_says_what_it_adds(String sample) throws UnusablePicture {
        PresentationAttack attack = judged(sample);
        assertThat(attack.finding()).isEqualTo(Finding.LIVE);
        assertThat(attack.signals()).isNotEmpty();
        assertThat(attack.signals())
                .extracting(SignalValue::signal)
                .doesNotHaveDuplicates()
                .isSorted();
        double logOdds = biasOf(attack)
                + attack.signals().stream()
                        .mapToDouble(SignalValue::contribution)
                        .sum();
        assertThat(1 / (1 + Math.exp(-logOdds))).isCloseTo(attack.liveScore(), within(1e-9));
    }

    /** Of the judge that was heard, known by its threshold. */
    private static double biasOf(PresentationAttack attack) {
        return fusion().specialists().stream()
                .filter(one -> one.threshold() == attack.threshold())
                .mapToDouble(AttackFusion.Specialist::bias)
                .findFirst()
                .orElse(fusion().bias());
    }

    @Test
    void the_shipped_fusion_says_how_it_erred_on_persons_left_out_of_its_fit() {
        assertThat(fusion().measured()).extracting(AttackFusion.Measured::of).contains("lfw", "nuaa", "nuaa-print");
        assertThat(fusion().measured()).extracting(AttackFusion.Measured::rate).contains("BPCER", "APCER", "IAPAR");
        assertThat(fusion().measured())
                .allSatisfy(rate -> assertThat(rate.value()).isBetween(rate.low(), rate.high()));
        assertThat(AttackFusion.parse(fusion().json().getBytes(), "itself")).isEqualTo(fusion());
    }

    @Test
    void a_fusion_fitted_before_there_was_some_measure_judges_by_those_that_it_knows() {
        AttackFusion older = fusion(List.of());
        assertThat(older.lastSignal()).as("what is looked at").isEqualTo(AttackSignal.BORDER);
        assertThat(older.judge(Map.of("network", 1.0, "border", -9.0, "of-today", 7.0))
                        .signals())
                .extracting(SignalValue::signal)
                .containsExactly(AttackSignal.NETWORK, AttackSignal.BORDER);
    }

    @Test
    void the_judge_that_is_farthest_below_its_threshold_is_heard() {
        AttackFusion.Weight worn = new AttackFusion.Weight(AttackSignal.SEAM, "seam", 0, 1, 0, -2.0);
        AttackFusion fusion = fusion(List.of(new AttackFusion.Specialist("worn", 3, 0.4, List.of(worn))));

        PresentationAttack plain = fusion.judge(Map.of("network", 1.0, "border", 0.0, "seam", 0.1));
        assertThat(plain.finding()).isEqualTo(Finding.LIVE);
        assertThat(plain.threshold()).isEqualTo(0.5);
        for (double seam : new double[] {-2.5, 2.5}) {
            PresentationAttack judged = fusion.judge(Map.of("network", 1.0, "border", 0.0, "seam", seam));
            assertThat(judged.finding()).isEqualTo(Finding.SUSPECTED);
            assertThat(judged.threshold()).isEqualTo(0.4);
            assertThat(judged.signals()).extracting(SignalValue::signal).containsExactly(AttackSignal.SEAM);
        }
    }

    @Test
    void a_signal_says_how_many_measures_stand_behind_what_it_adds() {
        AttackFusion fusion = new AttackFusion(
                "network",
                "data",
                LocalDate.EPOCH,
                0,
                0.5,
                List.of(
                        new AttackFusion.Weight(AttackSignal.NETWORK, "network", 0, 1, 1),
                        new AttackFusion.Weight(AttackSignal.DETAIL, "fine", 0, 1, 1),
                        new AttackFusion.Weight(AttackSignal.DETAIL, "middle", 0, 1, 1)),
                List.of(),
                List.of());
        assertThat(fusion.judge(Map.of("network", 1.0, "fine", 0.5, "middle", -2.0))
                        .signals())
                .containsExactly(
                        new SignalValue(AttackSignal.NETWORK, 1, 1, 1),
                        new SignalValue(AttackSignal.DETAIL, 0.5, 2, -1.5));
    }

    private static AttackFusion fusion(List<AttackFusion.Specialist> specialists) {
        return new AttackFusion(
                "network",
                "data",
                LocalDate.EPOCH,
                0,
                0.5,
                List.of(
                        new AttackFusion.Weight(AttackSignal.NETWORK, "network", 0, 1, 1),
                        new AttackFusion.Weight(AttackSignal.BORDER, "border", 0, 1, 1)),
                specialists,
                List.of());
    }

    @Test
    void a_repeated_pattern_peaks_in_the_spectrum_and_noise_does_not() {
        assertThat(peak(true)).isGreaterThan(peak(false) + 2);
    }

    private static double peak(boolean pattern) {
        java.util.Random random = new java.util.Random(1);
        Spectrum spectrum = new Spectrum();
        for (int patch = 0; patch < 9; patch++) {
            double[] values = new double[Spectrum.SIDE * Spectrum.SIDE];
            for (int i = 0; i < values.length; i++) {
                int x = i % Spectrum.SIDE;
                values[i] = 128 + 5 * random.nextGaussian() + (pattern ? 6 * Math.cos(x * 2 * Math.PI / 3.3) : 0);
            }
            spectrum.add(values);
        }
        return spectrum.peak();
    }

    private static PresentationAttack judged(String sample) throws UnusablePicture {
        return pipeline.presentationAttack(
                pipeline.locate(SampleFaces.bytes(sample), Role.SELFIE, FaceSelection.STRICT, new Stopwatch()),
                new Stopwatch());
    }

    private static AttackFusion fusion() {
        return pipeline.attackFusion().orElseThrow();
    }
}
