package io.namesake.cli.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.Assessment;
import io.namesake.face.Comparison;
import io.namesake.face.EstimatedRate;
import io.namesake.face.Exposure;
import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.NetworkSimilarity;
import io.namesake.face.Pose;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.QualityMeasure;
import io.namesake.face.Role;
import io.namesake.face.Timings;
import io.namesake.face.UnusableReason;
import io.namesake.face.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerdictTest {

    private static final Map<Role, String> FILES = Map.of(Role.DOCUMENT, "id.jpg", Role.SELFIE, "me.jpg");
    private static final double THRESHOLD = 4.2;
    private static final double REVIEW_THRESHOLD = 2.4;

    @ParameterizedTest
    @CsvSource({
        "4.2, LIVE, VERIFIED,",
        "4.1, LIVE, REVIEW, FACE_MATCH_INCONCLUSIVE",
        "2.4, LIVE, REVIEW, FACE_MATCH_INCONCLUSIVE",
        "2.3, LIVE, REFUSED, FACE_DOES_NOT_MATCH",
        "9.0, SUSPECTED, REVIEW, PRESENTATION_ATTACK_SUSPECTED",
        "9.0, NOT_ASSESSED, REVIEW, FACE_UNUSABLE",
        "1.0, SUSPECTED, REFUSED, FACE_DOES_NOT_MATCH"
    })
    void the_outcome_and_its_reason_are_those_of_the_policy(
            double similarity, Finding finding, String outcome, String reason) {
        JsonNode verdict = json(compared(similarity, finding));

        assertThat(verdict.get("outcome").asString()).isEqualTo(outcome);
        if (reason == null) {
            assertThat(verdict.get("reasons").isEmpty()).isTrue();
        } else {
            assertThat(verdict.get("reasons").size()).isEqualTo(1);
            assertThat(verdict.get("reasons").get(0).get("code").asString()).isEqualTo(reason);
        }
        assertThat(text(compared(similarity, finding))).contains(outcome).contains(reason == null ? "" : reason);
    }

    @Test
    void the_text_tells_faces_quality_similarity_threshold_and_what_it_stands_for() {
        assertThat(text(compared(7.25, Finding.LIVE)))
                .contains("id.jpg, 600 x 800 pixels: one face, eyes 96 pixels apart")
                .contains("me.jpg, 600 x 800 pixels")
                .contains("yaw -4°, pitch 3°, roll 1°, sharpness 0.52, brightness 0.48")
                .contains("could be better: come closer")
                .contains("7.25; from 4.20 on the faces match: one in 10,000 pairs of different persons")
                .contains("FMR 1e-4")
                .contains("from 2.40 on a human looks: one in 100 (FMR 1e-2)")
                .contains("fr_feature 0.712")
                .contains("0.91, nothing suspicious (suspected below 0.50)")
                .contains("open/1");
    }

    @Test
    void what_was_not_looked_for_is_said_to_be_the_models_doing_and_not_the_selfies() {
        assertThat(text(compared(7.25, Finding.NOT_ASSESSED)))
                .contains("Liveness    " + Verdict.NOT_ASSESSED)
                .contains("these models have no network for it")
                .doesNotContain("too little");
    }

    @Test
    void colours_are_for_terminals_only() {
        Verdict verdict = Verdict.of(FILES, "open/1", compared(7.25, Finding.LIVE));

        assertThat(verdict.text(true)).contains("\u001b[1;32mVERIFIED\u001b[0m");
        assertThat(verdict.text(false)).doesNotContain("\u001b");
    }

    @Test
    void json_and_text_say_the_same_numbers() {
        JsonNode verdict = json(compared(7.25, Finding.LIVE));

        assertThat(verdict.get("comparison").get("similarity").asDouble()).isEqualTo(7.25);
        assertThat(verdict.get("comparison").get("threshold").asDouble()).isEqualTo(THRESHOLD);
        assertThat(verdict.get("comparison").get("falseMatchRate").asDouble()).isEqualTo(1e-4);
        assertThat(verdict.get("comparison").get("grade").asString()).isEqualTo("MATCH");
        assertThat(verdict.get("document").get("file").asString()).isEqualTo("id.jpg");
        assertThat(verdict.get("selfie").get("hints").get(0).asString()).isEqualTo("come-closer");
        assertThat(verdict.get("presentationAttack").get("finding").asString()).isEqualTo("LIVE");
        assertThat(verdict.get("milliseconds").get("total").asDouble()).isEqualTo(42.5);
        assertThat(verdict.get("models").asString()).isEqualTo("open/1");
        assertThat(verdict.has("unusable")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(UnusableReason.class)
    void every_reason_why_a_picture_is_unusable_has_words_and_a_next_step(UnusableReason reason) {
        Verification unusable = unusable(reason);
        JsonNode verdict = json(unusable);

        assertThat(verdict.get("outcome").asString()).isEqualTo("UNUSABLE");
        assertThat(verdict.get("unusable").get("picture").asString()).isEqualTo("selfie");
        assertThat(verdict.get("unusable").get("code").asString()).isEqualTo(reason.code());
        assertThat(verdict.get("unusable").get("nextStep").asString()).isNotBlank();
        assertThat(verdict.has("comparison")).isFalse();
        assertThat(text(unusable))
                .startsWith("The selfie can't be used: me.jpg")
                .contains("(" + reason.code() + ")")
                .contains(verdict.get("unusable").get("title").asString())
                .contains(verdict.get("unusable").get("nextStep").asString());
    }

    private static JsonNode json(Verification measured) {
        return JsonMapper.shared()
                .readTree(Verdict.of(FILES, "open/1", measured).json());
    }

    private static String text(Verification measured) {
        return Verdict.of(FILES, "open/1", measured).text(false);
    }

    private static Verification compared(double similarity, Finding finding) {
        Duration none = Duration.ZERO;
        return new Verification.Compared(
                face(),
                face(),
                new Comparison(
                        similarity,
                        THRESHOLD,
                        1e-4,
                        REVIEW_THRESHOLD,
                        1e-2,
                        new EstimatedRate(3e-5, EstimatedRate.Sense.ABOUT),
                        true,
                        List.of(new NetworkSimilarity("fr_feature", 0.712, similarity))),
                new PresentationAttack(0.91, 0.5, finding),
                new Timings(none, none, none, none, none, none, Duration.ofNanos(42_500_000)));
    }

    private static Verification unusable(UnusableReason reason) {
        return new Verification.Unusable(
                Role.SELFIE, new Assessment.Unusable(reason, List.of(), Optional.empty(), List.of()));
    }

    private static FaceReport face() {
        return new FaceReport(
                600,
                800,
                new FaceBox(0.3, 0.3, 0.4, 0.4, 0.99),
                96.2,
                new Pose(-4, 3, 1),
                0.52,
                new Exposure(0.48, 0, 0),
                List.of(new MeasuredQuality(
                        QualityMeasure.INTER_EYE_DISTANCE,
                        OptionalDouble.of(25),
                        10,
                        12,
                        true,
                        Optional.of(Hint.COME_CLOSER))));
    }
}
