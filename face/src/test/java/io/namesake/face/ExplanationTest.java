package io.namesake.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.support.Distortions;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.Pictures.Placed;
import io.namesake.face.support.SampleFaces;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final int BLUE = 0x1e88e5;
    private static final int ORANGE = 0xfb8c00;
    private static final byte[] TEXT = "not a picture".getBytes(StandardCharsets.UTF_8);

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
    void it_comes_with_the_same_answer_as_a_verification() {
        byte[] document = SampleFaces.bytes("a-document");
        byte[] selfie = SampleFaces.bytes("a-selfie");
        Verification.Compared explained =
                (Verification.Compared) verifier.explain(document, selfie).verification();
        Verification.Compared verified = (Verification.Compared) verifier.verify(document, selfie);
        assertThat(explained.comparison()).isEqualTo(verified.comparison());
        assertThat(explained.selfie()).isEqualTo(verified.selfie());
        assertThat(explained.presentationAttack()).isEqualTo(verified.presentationAttack());
    }

    @Test
    void every_judge_is_told_with_what_adds_up_to_its_score_and_one_of_them_is_the_answer() {
        Explanation explanation = verifier.explain(SampleFaces.bytes("a-document"), SampleFaces.bytes("a-selfie"));
        assertThat(explanation.judgements())
                .extracting(AttackJudgement::kind)
                .containsExactly(AttackJudgement.GENERAL, "worn");
        for (AttackJudgement judgement : explanation.judgements()) {
            double logOdds = judgement.bias()
                    + judgement.said().signals().stream()
                            .mapToDouble(SignalValue::contribution)
                            .sum();
            assertThat(1 / (1 + Math.exp(-logOdds)))
                    .as(judgement.kind())
                    .isCloseTo(judgement.said().liveScore(), within(1e-9));
        }
        assertThat(explanation.judgements())
                .extracting(AttackJudgement::said)
                .containsOnlyOnce(((Verification.Compared) explanation.verification()).presentationAttack());
    }

    @Test
    void how_clearly_each_face_was_seen_is_told_beside_what_is_asked() throws IOException {
        BufferedImage blurred = Distortions.blurred(SampleFaces.image("b"), 25);
        Explanation clear = verifier.explain(SampleFaces.bytes("a-document"), SampleFaces.bytes("b"));
        Explanation unclear = verifier.explain(SampleFaces.bytes("a-document"), Encoded.jpeg(blurred));

        assertThat(clear.clarity()).containsOnlyKeys(Role.DOCUMENT, Role.SELFIE);
        assertThat(clear.clarity().values()).allMatch(Clarity::sufficient);
        assertThat(grade(clear)).isEqualTo(Grade.NO_MATCH);
        assertThat(unclear.clarity().get(Role.DOCUMENT))
                .isEqualTo(clear.clarity().get(Role.DOCUMENT));
        assertThat(unclear.clarity().get(Role.SELFIE).sufficient()).isFalse();
        assertThat(grade(unclear)).isEqualTo(Grade.INCONCLUSIVE);
    }

    private static Grade grade(Explanation explanation) {
        return ((Verification.Compared) explanation.verification()).comparison().grade();
    }

    @Test
    void each_picture_is_shown_with_its_face_marked_and_as_the_networks_see_it() throws IOException {
        Explanation explanation = verifier.explain(SampleFaces.bytes("a-document"), SampleFaces.bytes("a-selfie"));
        for (Role role : Role.values()) {
            List<Illustration> illustrations = explanation.of(role);
            assertThat(illustrations)
                    .extracting(Illustration::kind)
                    .containsExactly(
                            Illustration.Kind.PICTURE, Illustration.Kind.ARCFACE_CROP, Illustration.Kind.DLIB_CROP);
            assertThat(pixels(illustrations.getFirst(), BLUE)).as("blue lines").isGreaterThan(200);
            assertThat(image(illustrations.get(1)).getWidth()).isEqualTo(112);
            assertThat(image(illustrations.get(2)).getWidth()).isEqualTo(150);
        }
    }

    @Test
    void the_box_lies_where_the_report_says_on_a_picture_that_was_made_smaller() throws IOException {
        BufferedImage large = Pictures.onCanvas(2400, 1800, new Placed(SampleFaces.image("c"), 700, 300, 1.5));
        Explanation explanation = verifier.explain(Encoded.jpeg(large), SampleFaces.bytes("c"));
        FaceBox box =
                ((Verification.Compared) explanation.verification()).document().box();
        Illustration picture = explanation.document().getFirst();
        BufferedImage drawn = image(picture);
        assertThat(picture.width()).isEqualTo(960);
        assertThat(picture.height()).isEqualTo(720);
        int left = (int) Math.round(box.x() * 960);
        int middle = (int) Math.round((box.y() + box.height() / 2) * 720);
        assertThat(List.of(left - 1, left, left + 1))
                .anySatisfy(x -> assertThat(drawn.getRGB(x, middle) & 0xffffff).isEqualTo(BLUE));
    }

    @Test
    void two_people_are_both_marked_and_nobody_is_cut_out() throws IOException {
        BufferedImage both = Pictures.onCanvas(
                1140, 787, new Placed(SampleFaces.image("b"), 0, 0, 1), new Placed(SampleFaces.image("c"), 550, 0, 1));
        Explanation explanation = verifier.explain(SampleFaces.bytes("b"), Encoded.jpeg(both));
        assertThat(explanation.verification()).isInstanceOf(Verification.Unusable.class);
        assertThat(explanation.selfie()).hasSize(1);
        assertThat(pixels(explanation.selfie().getFirst(), ORANGE)).isGreaterThan(400);
    }

    @Test
    void what_is_no_picture_is_not_shown_and_the_other_one_still_is() {
        Explanation document = verifier.explain(TEXT, SampleFaces.bytes("b"));
        assertThat(document.document()).isEmpty();
        assertThat(document.selfie()).isNotEmpty();
        Explanation selfie = verifier.explain(SampleFaces.bytes("b"), TEXT);
        assertThat(selfie.document()).isNotEmpty();
        assertThat(selfie.selfie()).isEmpty();
        Explanation neither = verifier.explain(TEXT, TEXT);
        assertThat(((Verification.Unusable) neither.verification()).role()).isEqualTo(Role.DOCUMENT);
        assertThat(neither.selfie()).isEmpty();
    }

    private static BufferedImage image(Illustration illustration) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(illustration.png()));
        assertThat(image.getWidth()).isEqualTo(illustration.width());
        assertThat(image.getHeight()).isEqualTo(illustration.height());
        return image;
    }

    private static long pixels(Illustration illustration, int colour) throws IOException {
        BufferedImage image = image(illustration);
        long found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == colour) {
                    found++;
                }
            }
        }
        return found;
    }
}
