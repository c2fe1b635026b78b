package io.namesake.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.support.Distortions;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.Pictures.Placed;
import io.namesake.face.support.SampleFaces;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceVerifierTest {
    private static FaceVerifier verifier;

    @BeforeAll
    static void open() {
        verifier = FaceVerifier.open();
    }

    @AfterAll
    static void close() {
        verifier.close();
    }

    @Test
    void a_selfie_of_the_person_in_the_document_matches() {
        Verification.Compared result = compared(SampleFaces.bytes("a-document"), SampleFaces.bytes("a-selfie"));

        Comparison comparison = result.comparison();
        assertThat(comparison.grade()).isEqualTo(Grade.MATCH);
        assertThat(comparison.similarity()).isGreaterThan(comparison.threshold());
        assertThat(comparison.falseMatchRate()).isEqualTo(1e-4);
        assertThat(comparison.networks()).isNotEmpty().allSatisfy(network -> {
            assertThat(network.cosine()).isBetween(-1.0, 1.0);
            assertThat(network.zScore()).isGreaterThan(1);
        });
        assertThat(result.presentationAttack().liveScore()).isBetween(0.0, 1.0);
        assertThat(result.timings().total()).isGreaterThan(result.timings().embed());
    }

    @Test
    void a_selfie_of_another_person_is_refused() {
        for (String other : List.of("b", "c", "d")) {
            Comparison comparison = compared(SampleFaces.bytes("a-document"), SampleFaces.bytes(other))
                    .comparison();
            assertThat(comparison.grade()).as(other).isEqualTo(Grade.NO_MATCH);
            assertThat(comparison.similarity()).as(other).isLessThan(comparison.reviewThreshold());
        }
    }

    /** The networks see so little of such a face that a low similarity proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "d"})
    void a_face_that_cannot_be_seen_clearly_is_never_called_another_persons(String other) {
        byte[] document = SampleFaces.bytes("a-document");
        BufferedImage clear = SampleFaces.image(other);
        assertThat(compared(document, Encoded.jpeg(clear)).comparison().clear()).isTrue();

        byte[] blurred = Encoded.jpeg(Distortions.blurred(clear, 25));
        for (Comparison comparison : List.of(
                compared(document, blurred).comparison(),
                compared(blurred, document).comparison())) {
            assertThat(comparison.clear()).isFalse();
            assertThat(comparison.similarity()).isLessThan(comparison.reviewThreshold());
            assertThat(comparison.grade()).isEqualTo(Grade.INCONCLUSIVE);
        }
    }

    /** The networks may see enough of such a face, but a better picture should have been asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"b", "c", "d"})
    void a_face_in_a_picture_that_is_sent_back_is_never_called_another_persons(String other) {
        byte[] document = SampleFaces.bytes("a-document");
        BufferedImage good = SampleFaces.image(other);
        for (BufferedImage worse : List.of(
                Distortions.darkened(good, 0.2), Distortions.overexposed(good, 0.45), Distortions.blurred(good, 15))) {
            byte[] file = Encoded.jpeg(worse);
            Verification.Compared taken = compared(document, file);
            assertThat(taken.selfie().sentBack()).isTrue();
            Verification.Compared shown = compared(file, document);
            assertThat(shown.document().sentBack()).isTrue();
            for (Comparison comparison : List.of(taken.comparison(), shown.comparison())) {
                assertThat(comparison.clear()).isFalse();
                assertThat(comparison.similarity()).isLessThan(comparison.reviewThreshold());
                assertThat(comparison.grade()).isEqualTo(Grade.INCONCLUSIVE);
            }
        }
    }

    @Test
    void a_match_is_one_though_the_picture_is_sent_back() {
        byte[] dark = Encoded.jpeg(Distortions.darkened(SampleFaces.image("a-selfie"), 0.2));
        Verification.Compared result = compared(SampleFaces.bytes("a-document"), dark);
        assertThat(result.selfie().sentBack()).isTrue();
        assertThat(result.comparison().clear()).isFalse();
        assertThat(result.comparison().grade()).isEqualTo(Grade.MATCH);
    }

    @Test
    void a_picture_without_a_face_is_never_a_match() {
        byte[] nobody = Encoded.jpeg(Pictures.gradient(640, 480));
        assertUnusable(verifier.verify(nobody, nobody), Role.DOCUMENT, UnusableReason.NO_FACE);
        assertUnusable(verifier.verify(SampleFaces.bytes("a-document"), nobody), Role.SELFIE, UnusableReason.NO_FACE);
        assertThat(verifier.assess(nobody, Role.SELFIE).hints()).containsExactly(Hint.NO_FACE_FOUND);
    }

    @Test
    void two_people_in_one_picture_are_refused_with_both_places() {
        BufferedImage both = Pictures.onCanvas(
                1140, 787, new Placed(SampleFaces.image("b"), 0, 0, 1), new Placed(SampleFaces.image("c"), 550, 0, 1));
        for (Role role : Role.values()) {
            Assessment.Unusable answer = unusable(Encoded.jpeg(both), role);
            assertThat(answer.reason()).isEqualTo(UnusableReason.SEVERAL_FACES);
            assertThat(answer.faces()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(answer.hints()).containsExactly(Hint.ONE_FACE_ONLY);
        }
    }

    @Test
    void a_ghost_portrait_is_tolerated_on_a_document_and_not_beside_a_selfie() {
        BufferedImage document = Pictures.onCanvas(
                900,
                787,
                new Placed(SampleFaces.image("c"), 0, 0, 1),
                new Placed(SampleFaces.image("c"), 600, 300, 0.5));
        byte[] file = Encoded.jpeg(document);
        assertThat(verifier.assess(file, Role.DOCUMENT)).isInstanceOf(Assessment.Usable.class);
        assertThat(unusable(file, Role.SELFIE).reason()).isEqualTo(UnusableReason.SEVERAL_FACES);
    }

    @Test
    void a_tiny_face_is_refused_and_measured() {
        BufferedImage far = Pictures.onCanvas(300, 300, new Placed(SampleFaces.image("c"), 100, 100, 0.12));
        Assessment.Unusable answer = unusable(Encoded.png(far), Role.SELFIE);
        assertThat(answer.reason()).isEqualTo(UnusableReason.FACE_TOO_SMALL);
        assertThat(answer.hints()).contains(Hint.COME_CLOSER);
        assertThat(answer.face())
                .hasValueSatisfying(face -> assertThat(face.eyeDistancePixels())
                        .isLessThan(FaceOptions.defaults().minEyeDistance(Role.SELFIE)));
    }

    @Test
    void unreadable_bytes_are_answered_for_either_picture() {
        byte[] text = "not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertUnusable(verifier.verify(text, text), Role.DOCUMENT, UnusableReason.NOT_AN_IMAGE);
        assertUnusable(verifier.verify(SampleFaces.bytes("b"), text), Role.SELFIE, UnusableReason.NOT_AN_IMAGE);
        assertThat(unusable(new byte[0], Role.SELFIE).reason()).isEqualTo(UnusableReason.NOT_AN_IMAGE);
    }

    @Test
    void an_ordinary_photo_is_usable_without_a_hint() {
        for (String sample : List.of("a-document", "b", "c", "d")) {
            FaceReport report = usable(SampleFaces.bytes(sample), Role.SELFIE);
            assertThat(report.hints()).as(sample).isEmpty();
            assertThat(report.eyeDistancePixels()).as(sample).isBetween(40.0, 200.0);
            assertThat(report.box().confidence()).as(sample).isGreaterThan(0.9);
        }
    }

    @Test
    void the_format_of_the_file_does_not_matter() {
        BufferedImage image = SampleFaces.image("a-selfie");
        byte[] document = SampleFaces.bytes("a-document");
        double usual = similarity(document, SampleFaces.bytes("a-selfie"));
        List<byte[]> forms = List.of(
                Encoded.png(image),
                Encoded.png(Pictures.as(BufferedImage.TYPE_INT_ARGB, image)),
                Encoded.jpeg(image),
                Encoded.progressiveJpeg(image),
                Encoded.adobeCmykJpeg(image, true));
        for (byte[] form : forms) {
            assertThat(similarity(document, form)).isCloseTo(usual, within(0.15));
        }
    }

    @Test
    void a_selfie_stored_sideways_is_compared_upright() {
        BufferedImage upright = SampleFaces.image("a-selfie");
        int w = upright.getWidth();
        int h = upright.getHeight();
        BufferedImage sideways = new BufferedImage(h, w, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                sideways.setRGB(y, w - 1 - x, upright.getRGB(x, y));
            }
        }
        byte[] document = SampleFaces.bytes("a-document");
        byte[] turned = Encoded.withOrientation(Encoded.jpeg(sideways), 6);
        assertThat(similarity(document, turned))
                .isCloseTo(similarity(document, SampleFaces.bytes("a-selfie")), within(0.1));
        assertThat(usable(turned, Role.SELFIE).imageHeight()).isEqualTo(h);
    }

    @Test
    void a_face_is_found_in_tall_and_wide_pictures_and_measured_in_the_files_own_pixels() {
        BufferedImage face = SampleFaces.image("c");
        double eyes = usable(Encoded.jpeg(face), Role.SELFIE).eyeDistancePixels();
        BufferedImage tall = Pictures.onCanvas(1080, 1920, new Placed(face, 200, 500, 1.2));
        BufferedImage wide = Pictures.onCanvas(1920, 1080, new Placed(face, 600, 100, 1));
        BufferedImage large = Pictures.onCanvas(3000, 4000, new Placed(face, 300, 400, 4));
        assertThat(usable(Encoded.jpeg(tall), Role.SELFIE).eyeDistancePixels())
                .isCloseTo(1.2 * eyes, within(0.08 * eyes));
        assertThat(usable(Encoded.jpeg(wide), Role.SELFIE).eyeDistancePixels()).isCloseTo(eyes, within(0.08 * eyes));
        assertThat(usable(Encoded.jpeg(large), Role.SELFIE).eyeDistancePixels())
                .isCloseTo(4 * eyes, within(0.3 * eyes));
    }

    @Test
    void many_threads_get_the_answer_that_one_gets() throws Exception {
        byte[] document = SampleFaces.bytes("a-document");
        byte[] selfie = SampleFaces.bytes("a-selfie");
        double expected = similarity(document, selfie);
        List<Callable<Double>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> similarity(document, selfie));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Double> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_closed_verifier_says_so() {
        FaceVerifier closed = FaceVerifier.open();
        closed.close();
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> closed.assess(SampleFaces.bytes("b"), Role.SELFIE));
        assertThatIllegalStateException()
                .isThrownBy(() -> closed.verify(SampleFaces.bytes("b"), SampleFaces.bytes("b")));
    }

    private static double similarity(byte[] document, byte[] selfie) {
        return compared(document, selfie).comparison().similarity();
    }

    private static Verification.Compared compared(byte[] document, byte[] selfie) {
        Verification result = verifier.verify(document, selfie);
        assertThat(result).isInstanceOf(Verification.Compared.class);
        return (Verification.Compared) result;
    }

    private static FaceReport usable(byte[] image, Role role) {
        Assessment answer = verifier.assess(image, role);
        assertThat(answer).isInstanceOf(Assessment.Usable.class);
        return ((Assessment.Usable) answer).face();
    }

    private static Assessment.Unusable unusable(byte[] image, Role role) {
        Assessment answer = verifier.assess(image, role);
        assertThat(answer).isInstanceOf(Assessment.Unusable.class);
        return (Assessment.Unusable) answer;
    }

    private static void assertUnusable(Verification result, Role role, UnusableReason reason) {
        assertThat(result).isInstanceOfSatisfying(Verification.Unusable.class, unusable -> {
            assertThat(unusable.role()).isEqualTo(role);
            assertThat(unusable.reason()).isEqualTo(reason);
        });
    }
}
