package io.namesake.face.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.Assessment;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Role;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.SampleFaces;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortraitsTest {
    private static final String PORTRAIT = "a-document" + Portraits.MARK;

    @Test
    void a_colour_portrait_is_a_small_file_with_the_eyes_where_the_standard_wants_them() throws IOException {
        byte[] file = read(PORTRAIT, PortraitStyle.COLOUR);
        BufferedImage image = image(file);

        assertThat(file.length).isLessThanOrEqualTo(15_000);
        assertThat(image.getWidth()).isEqualTo(240);
        assertThat(image.getHeight()).isEqualTo(320);
        assertThat(image.getRaster().getNumBands()).isEqualTo(3);
        try (FaceVerifier verifier = FaceVerifier.open(FaceOptions.defaults())) {
            Assessment.Usable found = (Assessment.Usable) verifier.assess(file, Role.DOCUMENT);
            // A quarter of the width lies between the eyes (ISO/IEC 19794-5).
            assertThat(found.face().eyeDistancePixels()).isCloseTo(60, within(4.0));
        }
    }

    @Test
    void a_grey_portrait_has_one_channel() throws IOException {
        byte[] file = read(PORTRAIT, PortraitStyle.GREY);

        assertThat(file.length).isLessThanOrEqualTo(15_000);
        assertThat(image(file).getRaster().getNumBands()).isEqualTo(1);
    }

    @Test
    void a_printed_portrait_keeps_the_tone_and_is_made_of_dots() throws IOException {
        BufferedImage plain = image(read(PORTRAIT, PortraitStyle.COLOUR));
        BufferedImage printed = image(read(PORTRAIT, PortraitStyle.PRINTED));

        assertThat(printed.getWidth()).isEqualTo(360);
        assertThat(printed.getHeight()).isEqualTo(480);
        assertThat(mean(printed)).isCloseTo(mean(plain), within(40.0));
        assertThat(roughness(printed)).isGreaterThan(1.3 * roughness(Pictures.scaled(plain, 1.5)));
    }

    @Test
    void a_portrait_for_a_chip_is_stored_as_the_chip_does() throws IOException {
        int[] most = new int[1];
        PortraitStorage chip = (portrait, mostBytes) -> {
            most[0] = mostBytes;
            return Encoded.png(portrait);
        };
        try (Portraits portraits =
                new Portraits(EvaluationOptions.defaults(), PortraitsTest::original, PortraitStyle.JPEG2000, chip)) {
            BufferedImage portrait = image(portraits.read(PORTRAIT));
            assertThat(portrait.getWidth()).isEqualTo(240);
            assertThat(portrait.getHeight()).isEqualTo(320);
        }
        assertThat(most[0]).isEqualTo(15_000);
    }

    @Test
    void the_same_name_always_gives_the_same_portrait() throws IOException {
        assertThat(read(PORTRAIT, PortraitStyle.PRINTED)).isEqualTo(read(PORTRAIT, PortraitStyle.PRINTED));
    }

    @Test
    void other_pictures_and_those_without_a_face_stay_as_they_are() throws IOException {
        assertThat(read("a-selfie", PortraitStyle.GREY)).isEqualTo(SampleFaces.bytes("a-selfie"));
        assertThat(read("nobody" + Portraits.MARK, PortraitStyle.GREY)).isEqualTo(original("nobody"));
    }

    @Test
    void a_portrait_is_of_its_pictures_group_and_person() throws IOException {
        List<LabelledPair> pairs = List.of(
                new LabelledPair("a-document", "a-selfie", true),
                new LabelledPair("a-document", "b", false),
                new LabelledPair("c", "b", false));
        Map<String, String> persons = Map.of("a-document", "Ann", "a-selfie", "Ann", "b", "Bob", "c", "Cid");
        EvaluationOptions options = EvaluationOptions.defaults()
                .withPersonOf(persons::get)
                .withGroups(Map.of("a-document", "dusk", "a-selfie", "dusk", "Bob", "dusk", "c", "dawn"));
        try (Portraits portraits =
                new Portraits(options, PortraitsTest::original, PortraitStyle.COLOUR, PortraitsTest::plain)) {
            EvaluationReport report =
                    new Evaluation(options).run(Portraits.first(pairs), portraits, (step, done, total) -> {});

            assertThat(report.groups())
                    .extracting(GroupRates::group, GroupRates::persons, GroupRates::images)
                    .containsExactly(tuple("dawn", 1, 1), tuple("dusk", 2, 3));
            MeasuredRates dusk = report.groups().getLast().rates().orElseThrow();
            assertThat(dusk.genuinePairs()).isEqualTo(1);
            assertThat(dusk.impostorPairs()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(PortraitStyle.class)
    void the_same_person_is_known_by_the_portrait_and_others_are_not(PortraitStyle style) throws IOException {
        List<LabelledPair> pairs = List.of(
                new LabelledPair("a-document", "a-selfie", true),
                new LabelledPair("a-document", "b", false),
                new LabelledPair("c", "a-selfie", false));
        EvaluationOptions options = EvaluationOptions.defaults();
        try (Portraits portraits = new Portraits(options, PortraitsTest::original, style, PortraitsTest::plain)) {
            EvaluationReport report =
                    new Evaluation(options).run(Portraits.first(pairs), portraits, (phase, done, total) -> {});

            assertThat(report.failures()).isEmpty();
            assertThat(report.equalErrorRate()).isZero();
            assertThat(report.scores().getFirst().pair()).isEqualTo(new LabelledPair(PORTRAIT, "a-selfie", true));
        }
    }

    private static byte[] read(String name, PortraitStyle style) throws IOException {
        try (Portraits portraits = portraits(style)) {
            return portraits.read(name);
        }
    }

    private static Portraits portraits(PortraitStyle style) {
        return new Portraits(EvaluationOptions.defaults(), PortraitsTest::original, style, PortraitsTest::plain);
    }

    /** A chip that loses nothing. */
    private static byte[] plain(BufferedImage portrait, int mostBytes) {
        return Encoded.png(portrait);
    }

    private static byte[] original(String name) {
        return name.equals("nobody") ? Encoded.jpeg(Pictures.gradient(300, 300)) : SampleFaces.bytes(name);
    }

    private static BufferedImage image(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static double mean(BufferedImage image) {
        double sum = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            sum += image.getRGB(i % image.getWidth(), i / image.getWidth()) >> 8 & 0xFF;
        }
        return sum / (image.getWidth() * image.getHeight());
    }

    /** How much neighbours differ, on the mean. */
    private static double roughness(BufferedImage image) {
        double sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 1; x < image.getWidth(); x++) {
                sum += Math.abs((image.getRGB(x, y) >> 8 & 0xFF) - (image.getRGB(x - 1, y) >> 8 & 0xFF));
            }
        }
        return sum / (image.getWidth() * image.getHeight());
    }
}
