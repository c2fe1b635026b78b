package io.namesake.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.cli.page.Html;
import io.namesake.cli.verdict.Verdict;
import io.namesake.decision.Outcome;
import io.namesake.face.Clarity;
import io.namesake.face.Comparison;
import io.namesake.face.EstimatedRate;
import io.namesake.face.Explanation;
import io.namesake.face.Exposure;
import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.Pose;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.QualityMeasure;
import io.namesake.face.Role;
import io.namesake.face.Timings;
import io.namesake.face.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What of a picture turns a refusal into a look by a person. */
class UnclearFaceTest {
    private static final Clarity CLEAR = new Clarity(7.91, 7.03);
    private static final Clarity UNCLEAR = new Clarity(6.42, 7.03);

    @Test
    void the_way_to_a_review_says_whose_face_was_too_unclear_to_refuse() {
        assertThat(way(compared(face()), Map.of(Role.DOCUMENT, CLEAR, Role.SELFIE, UNCLEAR)))
                .contains("the selfie's face can't be seen well enough to be called another person's")
                .doesNotContain("the document's face");
    }

    @Test
    void the_way_to_a_review_says_whose_picture_a_measure_sends_back() {
        FaceReport blurred = face(new MeasuredQuality(
                QualityMeasure.SHARPNESS, OptionalDouble.of(0.05), 10, 50, true, Optional.of(Hint.HOLD_STILL)));

        assertThat(way(compared(blurred), Map.of(Role.DOCUMENT, CLEAR, Role.SELFIE, CLEAR)))
                .contains("the document's face can't be seen well enough to be called another person's")
                .doesNotContain("the selfie's face");
    }

    private static String way(Verification.Compared compared, Map<Role, Clarity> clarity) {
        Verdict verdict = Verdict.of(Map.of(Role.DOCUMENT, "id.jpg", Role.SELFIE, "me.jpg"), "open/1", compared);
        assertThat(((Verdict.Judged) verdict).decision().outcome()).isEqualTo(Outcome.REVIEW);
        Html page = new Html("test", "");
        new WayToTheVerdict(verdict, new Explanation(compared, List.of(), List.of(), clarity, List.of())).write(page);
        return page.end();
    }

    @Test
    void each_picture_has_its_clarity_with_the_threshold() {
        assertThat(picture(UNCLEAR))
                .contains("<td>6.42</td>", "below 7.03: nobody is called a different person")
                .contains("class=\"back\"");
        assertThat(picture(CLEAR))
                .contains("<td>7.91</td>", "from 7.03, if no measure sends it back, two faces may be called different");
        assertThat(picture(new Clarity(5, Double.NEGATIVE_INFINITY))).contains("<td>5.00</td>", "nothing asked");
    }

    private static String picture(Clarity clarity) {
        Html page = new Html("test", "");
        new SeenPicture(Role.SELFIE, "me.jpg", List.of(), Optional.of(face()), Optional.of(clarity)).write(page);
        return page.end();
    }

    private static Verification.Compared compared(FaceReport document) {
        Duration none = Duration.ZERO;
        return new Verification.Compared(
                document,
                face(),
                new Comparison(
                        0.4,
                        3.5,
                        1e-4,
                        2.2,
                        1e-2,
                        new EstimatedRate(1e-2, EstimatedRate.Sense.AT_LEAST),
                        false,
                        List.of()),
                new PresentationAttack(0.9, 0.3, Finding.LIVE),
                new Timings(none, none, none, none, none, none, none));
    }

    private static FaceReport face(MeasuredQuality... quality) {
        return new FaceReport(
                600,
                800,
                new FaceBox(0.3, 0.3, 0.4, 0.4, 0.99),
                96,
                new Pose(0, 0, 0),
                0.5,
                new Exposure(0.5, 0, 0),
                List.of(quality));
    }
}
