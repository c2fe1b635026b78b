package io.namesake.face.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.FaceOptions;
import io.namesake.face.Role;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.network.Template;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.SampleFaces;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A large photo is looked at reduced; what is found in it is the same. */
class LargePictureTest {
    private static FacePipeline pipeline;

    @BeforeAll
    static void open() {
        pipeline = new FacePipeline(FaceOptions.defaults());
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    @Test
    void a_large_face_is_found_where_it_is_and_is_the_same_face_in_a_reduced_photo_as_in_the_whole_one()
            throws Exception {
        BufferedImage large = onCanvas(1600, 1400, 1400);
        LocatedFace reduced = located(Encoded.jpeg(large));
        LocatedFace whole = located(Encoded.png(large));
        assertThat(reduced.picture().reduction()).isEqualTo(2);
        assertThat(whole.picture().reduction()).isEqualTo(1);
        assertThat(reduced.report().eyeDistancePixels())
                .isCloseTo(
                        whole.report().eyeDistancePixels(),
                        within(0.02 * whole.report().eyeDistancePixels()));
        assertThat(similarity(reduced, whole))
                .isGreaterThan(similarity(whole, located(SampleFaces.bytes("a-document"))));
        assertThat(live(reduced)).isCloseTo(live(whole), within(0.1));
    }

    @Test
    void a_small_face_in_a_large_photo_is_looked_at_in_the_whole_photo() throws Exception {
        LocatedFace small = located(Encoded.jpeg(onCanvas(2000, 1200, 700)));
        assertThat(small.picture().reduction()).isEqualTo(1);
        assertThat(small.picture().width()).isEqualTo(2000);
        LocatedFace itself = located(Encoded.png(onCanvas(2000, 1200, 700)));
        assertThat(small.face().box().x()).isCloseTo(itself.face().box().x(), within(12.0));
        assertThat(small.report().eyeDistancePixels())
                .isCloseTo(
                        itself.report().eyeDistancePixels(),
                        within(0.02 * itself.report().eyeDistancePixels()));
    }

    /** Of a file of more than four megapixels every second pixel is read, in every second row. */
    @Test
    void a_face_of_which_too_few_pixels_were_read_is_too_small_though_the_file_has_enough() throws Exception {
        byte[] small = Encoded.jpeg(onCanvas(2560, 1920, 640));
        assertThatExceptionOfType(UnusablePicture.class)
                .isThrownBy(() -> located(small))
                .satisfies(unusable -> {
                    assertThat(unusable.reason()).isEqualTo(UnusableReason.FACE_TOO_SMALL);
                    assertThat(unusable.report().orElseThrow().eyeDistancePixels())
                            .isGreaterThan(FaceOptions.defaults().minEyeDistance(Role.SELFIE));
                });
        LocatedFace larger = located(Encoded.jpeg(onCanvas(2560, 1920, 800)));
        assertThat(larger.picture().reduction()).isEqualTo(2);
    }

    @Test
    void the_pixels_of_a_photo_that_was_halved_all_count() throws Exception {
        byte[] file = Encoded.jpeg(onCanvas(1600, 1400, 1400));
        double eyes = located(file).report().eyeDistancePixels();
        FaceOptions demanding =
                FaceOptions.builder().minEyeDistance(Role.SELFIE, 0.8 * eyes).build();
        try (FacePipeline other = new FacePipeline(demanding)) {
            assertThat(other.locate(file, Role.SELFIE, FaceSelection.STRICT, new Stopwatch())
                            .picture()
                            .reduction())
                    .isEqualTo(2);
        }
    }

    private static double live(LocatedFace face) {
        return pipeline.presentationAttack(face, new Stopwatch()).liveScore();
    }

    private static double similarity(LocatedFace one, LocatedFace other) {
        try (Template first = pipeline.embed(one, new Stopwatch());
                Template second = pipeline.embed(other, new Stopwatch())) {
            return pipeline.matcher().similarity(first, second);
        }
    }

    private static LocatedFace located(byte[] file) throws UnusablePicture {
        return pipeline.locate(file, Role.SELFIE, FaceSelection.STRICT, new Stopwatch());
    }

    /** The sample selfie, that high, in the middle of a grey canvas. */
    private static BufferedImage onCanvas(int width, int height, int pictureHeight) throws IOException {
        BufferedImage sample = ImageIO.read(new ByteArrayInputStream(SampleFaces.bytes("a-selfie")));
        double scale = (double) pictureHeight / sample.getHeight();
        int left = (int) (width - scale * sample.getWidth()) / 2;
        return Pictures.onCanvas(width, height, new Pictures.Placed(sample, left, 0, scale));
    }
}
