package io.namesake.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.EstimatedRate.Sense;
import io.namesake.face.support.SampleFaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
    private static final Calibration CALIBRATION = calibration(
            new Calibration.Point(1e-2, 2, new Calibration.Interval(1.9, 2.1)),
            new Calibration.Point(1e-4, 4, new Calibration.Interval(3.8, 4.2)),
            new Calibration.Point(1e-3, 3, null));

    @TempDir
    Path folder;

    @Test
    void a_measured_rate_has_its_threshold_and_one_between_two_lies_between_theirs() {
        assertThat(CALIBRATION.thresholdAt(1e-3)).isEqualTo(3);
        assertThat(CALIBRATION.thresholdAt(Math.sqrt(1e-7))).isCloseTo(3.5, within(1e-9));
    }

    @Test
    void a_rate_beyond_the_measured_ones_is_refused() {
        for (double rate : new double[] {1e-5, 2e-2}) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> CALIBRATION.thresholdAt(rate))
                    .withMessageContaining("not calibrated");
        }
    }

    @Test
    void a_similarity_stands_for_the_rate_whose_threshold_it_is() {
        for (double rate : new double[] {9e-3, 1e-3, 3e-4, 1.1e-4}) {
            EstimatedRate estimate = CALIBRATION.falseMatchRateAt(CALIBRATION.thresholdAt(rate));
            assertThat(estimate.value()).isCloseTo(rate, within(1e-9));
            assertThat(estimate.sense()).isEqualTo(Sense.ABOUT);
        }
    }

    @Test
    void beyond_what_was_measured_a_similarity_stands_for_at_most_or_at_least_the_last_rate() {
        assertThat(CALIBRATION.falseMatchRateAt(9)).isEqualTo(new EstimatedRate(1e-4, Sense.AT_MOST));
        assertThat(CALIBRATION.falseMatchRateAt(-9)).isEqualTo(new EstimatedRate(1e-2, Sense.AT_LEAST));
    }

    @Test
    void what_was_written_reads_the_same() {
        assertThat(Calibration.parse(CALIBRATION.json().getBytes(StandardCharsets.UTF_8), "it"))
                .isEqualTo(CALIBRATION);
    }

    @Test
    void thresholds_that_fall_as_the_rates_fall_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> calibration(new Calibration.Point(1e-2, 3, null), new Calibration.Point(1e-3, 2, null)))
                .withMessageContaining("higher threshold");
    }

    @Test
    void a_file_that_is_no_calibration_is_refused_with_the_reason() {
        assertRefused("{", "cannot be used");
        assertRefused("{}", "cannot be used");
        assertRefused(CALIBRATION.json().replace("some-models/1", " "), "models must be named");
        assertRefused(CALIBRATION.json().replace("mean of z-scores", "sum of cosines"), "the score must be");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Calibration.read(folder.resolve("nowhere.json")))
                .withMessageContaining("nowhere.json");
    }

    @Test
    void an_operators_own_calibration_decides_what_matches() throws IOException {
        try (FaceVerifier shipped = FaceVerifier.open();
                FaceVerifier strict = FaceVerifier.open(with(shipped.modelName()))) {
            Comparison usual = compared(shipped);
            Comparison own = compared(strict);
            assertThat(own.similarity()).isEqualTo(usual.similarity());
            assertThat(usual.grade()).isEqualTo(Grade.MATCH);
            assertThat(usual.similarityFalseMatchRate().sense()).isEqualTo(Sense.AT_MOST);
            assertThat(own.threshold()).isEqualTo(94);
            assertThat(own.grade()).isNotEqualTo(Grade.MATCH);
            assertThat(own.similarityFalseMatchRate()).isEqualTo(new EstimatedRate(1e-2, Sense.AT_LEAST));
        }
    }

    @Test
    void distributions_that_do_not_fit_one_another_are_refused() {
        assertRefused(CALIBRATION.json().replace("0, 3, 197", "3, 197"), "same bins");
        assertRefused(CALIBRATION.json().replace("0, 3, 197", "0, -3, 197"), "less than never");
        assertRefused(CALIBRATION.json().replace("\"width\" : 0.5", "\"width\" : 0"), "width above 0");
    }

    @Test
    void a_calibration_of_other_models_is_refused() throws IOException {
        FaceOptions options = with("other-models/7");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> FaceVerifier.open(options))
                .withMessageContaining("other-models/7");
    }

    private FaceOptions with(String models) throws IOException {
        String json =
                CALIBRATION.json().replace("some-models/1", models).replace("\"threshold\" : ", "\"threshold\" : 9");
        return FaceOptions.builder()
                .calibration(Files.writeString(folder.resolve("own.json"), json))
                .build();
    }

    private static Comparison compared(FaceVerifier verifier) {
        return ((Verification.Compared) verifier.verify(SampleFaces.bytes("a-document"), SampleFaces.bytes("a-selfie")))
                .comparison();
    }

    private static void assertRefused(String json, String reason) {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Calibration.parse(json.getBytes(StandardCharsets.UTF_8), "it"))
                .withMessageContaining(reason);
    }

    private static Calibration calibration(Calibration.Point... points) {
        return new Calibration(
                "some-models/1",
                Calibration.SCORE,
                "a few pictures",
                LocalDate.of(2026, 11, 23),
                400,
                200,
                40_000,
                List.of(points),
                new Calibration.Distributions(-2, 0.5, List.of(0L, 3L, 197L), List.of(39_000L, 999L, 1L)));
    }
}
