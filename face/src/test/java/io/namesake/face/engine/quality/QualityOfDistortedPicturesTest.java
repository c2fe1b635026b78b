package io.namesake.face.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.FaceOptions;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.QualityMeasure;
import io.namesake.face.Role;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.support.Distortions;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.SampleFaces;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good pictures, made worse in one known way: its own measure falls and the person is told what to do. */
class QualityOfDistortedPicturesTest {
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
    @ValueSource(strings = {"a-document", "b", "c", "d"})
    void a_good_picture_is_measured_whole_and_not_sent_back(String sample) {
        FaceReport report = report(SampleFaces.image(sample));
        assertThat(report.quality()).extracting(MeasuredQuality::measure).containsExactly(QualityMeasure.values());
        assertThat(report.quality())
                .allSatisfy(measured -> assertThat(measured.component())
                        .as(measured.toString())
                        .isBetween(Math.max(0, measured.threshold()), 100));
        assertThat(report.hints()).isEmpty();
        assertThat(report.sentBack()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "d"})
    void blur_lowers_sharpness_and_asks_to_hold_still(String sample) {
        BufferedImage image = SampleFaces.image(sample);
        expect(image, Distortions.blurred(image, 15), QualityMeasure.SHARPNESS, Hint.HOLD_STILL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "d"})
    void darkness_lowers_luminance_and_asks_for_more_light(String sample) {
        BufferedImage image = SampleFaces.image(sample);
        expect(image, Distortions.darkened(image, 0.2), QualityMeasure.LUMINANCE_MEAN, Hint.MORE_LIGHT);
        assertThat(component(Distortions.darkened(image, 0.12), QualityMeasure.UNDER_EXPOSURE_PREVENTION))
                .isLessThan(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "d"})
    void glare_is_overexposure_and_asks_for_less_light(String sample) {
        BufferedImage image = SampleFaces.image(sample);
        expect(image, Distortions.overexposed(image, 0.45), QualityMeasure.OVER_EXPOSURE_PREVENTION, Hint.LESS_LIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "d"})
    void light_from_one_side_asks_to_turn_to_the_light(String sample) {
        BufferedImage image = SampleFaces.image(sample);
        expect(
                image,
                Distortions.litFromTheSide(image, locate(image).landmarks()),
                QualityMeasure.ILLUMINATION_UNIFORMITY,
                Hint.TURN_TO_THE_LIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "d"})
    void dark_glasses_hide_the_eyes(String sample) {
        BufferedImage image = SampleFaces.image(sample);
        expect(
                image,
                Distortions.withDarkGlasses(image, locate(image).landmarks()),
                QualityMeasure.EYES_VISIBLE,
                Hint.TAKE_OFF_DARK_GLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "d"})
    void a_mask_covers_the_lower_face_whatever_its_colour(String sample) {
        BufferedImage image = SampleFaces.image(sample);
        for (Color cloth : new Color[] {new Color(120, 170, 210), new Color(238, 238, 236), new Color(24, 24, 26)}) {
            BufferedImage masked = Distortions.withMask(image, locate(image).landmarks(), cloth);
            expect(image, masked, QualityMeasure.MOUTH_OCCLUSION_PREVENTION, Hint.UNCOVER_YOUR_FACE);
        }
    }

    @Test
    void a_picture_without_colour_cannot_tell_cloth_from_skin_and_says_so() {
        BufferedImage grey = Pictures.as(BufferedImage.TYPE_BYTE_GRAY, SampleFaces.image("b"));
        MeasuredQuality measured = measured(report(grey), QualityMeasure.MOUTH_OCCLUSION_PREVENTION);
        assertThat(measured.component()).isEqualTo(MeasuredQuality.NOT_ASSESSED);
        assertThat(measured.value()).isEmpty();
        assertThat(measured.sentBack()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-32, 32})
    void a_tilted_head_is_measured_in_degrees_and_asked_to_be_upright(int degrees) {
        BufferedImage image = SampleFaces.image("d");
        BufferedImage tilted = Distortions.rotated(image, degrees);
        expect(image, tilted, QualityMeasure.HEAD_POSE_ROLL, Hint.HEAD_UPRIGHT);
        double before = value(image, QualityMeasure.HEAD_POSE_ROLL);
        assertThat(Math.abs(value(tilted, QualityMeasure.HEAD_POSE_ROLL) - before))
                .isCloseTo(32, within(6.0));
    }

    @Test
    void a_face_cut_by_an_edge_is_asked_to_the_middle() {
        BufferedImage image = SampleFaces.image("d");
        int leftEye = (int) locate(image).landmarks().leftEye().x();
        int between = (int) locate(image).landmarks().eyeDistance();
        expect(image, Distortions.cut(image, leftEye - between / 2, 0), QualityMeasure.LEFTWARD_CROP, Hint.CENTRE_FACE);
    }

    @Test
    void a_face_cut_at_the_brow_is_asked_back() {
        BufferedImage image = SampleFaces.image("d");
        int eyes = (int) locate(image).landmarks().leftEye().y();
        int between = (int) locate(image).landmarks().eyeDistance();
        expect(image, Distortions.cut(image, 0, eyes - between), QualityMeasure.MARGIN_ABOVE, Hint.MOVE_BACK);
    }

    @Test
    void a_small_face_is_asked_closer() {
        BufferedImage image = SampleFaces.image("d");
        double eyes = locate(image).landmarks().eyeDistance();
        expect(image, Pictures.scaled(image, 26 / eyes), QualityMeasure.INTER_EYE_DISTANCE, Hint.COME_CLOSER);
    }

    private static void expect(BufferedImage before, BufferedImage after, QualityMeasure measure, Hint hint) {
        MeasuredQuality good = measured(report(before), measure);
        FaceReport worse = report(after);
        MeasuredQuality bad = measured(worse, measure);
        assertThat(good.sentBack()).as("before: %s", good).isFalse();
        assertThat(bad.component())
                .as("after: %s", bad)
                .isLessThan(good.component())
                .isLessThan(bad.threshold());
        assertThat(bad.hint()).contains(hint);
        assertThat(worse.hints()).contains(hint).doesNotHaveDuplicates();
        assertThat(worse.sentBack()).isTrue();
    }

    private static int component(BufferedImage image, QualityMeasure measure) {
        return measured(report(image), measure).component();
    }

    private static double value(BufferedImage image, QualityMeasure measure) {
        return measured(report(image), measure).value().orElseThrow();
    }

    private static MeasuredQuality measured(FaceReport report, QualityMeasure measure) {
        return report.quality().get(measure.ordinal());
    }

    private static LocatedFace locate(BufferedImage image) {
        try {
            return pipeline.locate(Encoded.png(image), Role.SELFIE, FaceSelection.STRICT, new Stopwatch());
        } catch (UnusablePicture unusable) {
            throw new AssertionError(unusable);
        }
    }

    private static FaceReport report(BufferedImage image) {
        try {
            return pipeline.locate(Encoded.png(image), Role.SELFIE, FaceSelection.STRICT, new Stopwatch())
                    .report();
        } catch (UnusablePicture unusable) {
            return unusable.report().orElseThrow(() -> new AssertionError(unusable));
        }
    }
}
