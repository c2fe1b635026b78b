package io.namesake.face.evaluation.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.AttackFusion;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.evaluation.attacks.MadeAttack.Instrument;
import io.namesake.face.support.DrawnFace;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Prints of one person's face that another person wears. */
class WornByAnotherTest {
    private static final int PALE = 0xF0D8C8;
    private static final LivePicture SHOWN = picture(DrawnTrials.SKIN, 1, 0, 0);
    private static final LivePicture WEARER = picture(PALE, 0.8, 30, 12);

    @Test
    void a_face_is_laid_where_the_eyes_the_nose_and_the_mouth_of_the_wearer_are() {
        LivePicture laid = SHOWN.onto(WEARER);
        assertThat(laid.landmarks().leftEye().distanceTo(WEARER.landmarks().leftEye()))
                .isCloseTo(0, within(1e-6));
        assertThat(laid.landmarks().chin().distanceTo(WEARER.landmarks().chin()))
                .isCloseTo(0, within(1e-6));
        assertThat(laid.image().getWidth()).isEqualTo(WEARER.image().getWidth());
        Point nose = WEARER.landmarks().noseTip();
        assertThat(laid.image().getRGB((int) nose.x(), (int) nose.y()) & 0xFFFFFF)
                .isEqualTo(DrawnTrials.SKIN);
    }

    @Test
    void people_are_the_more_unlike_the_more_their_colours_and_their_faces_differ() {
        assertThat(SHOWN.unlike(SHOWN)).isCloseTo(0, within(1e-9));
        assertThat(SHOWN.unlike(picture(DrawnTrials.SKIN, 0.8, 30, 12)))
                .as("size and place are the camera's")
                .isCloseTo(0, within(1e-6));
        assertThat(SHOWN.unlike(WEARER)).isGreaterThan(0.2);
        List<Point> longer = SHOWN.landmarks().points().stream()
                .map(point -> new Point(point.x(), 1.2 * point.y()))
                .toList();
        assertThat(SHOWN.unlike(new LivePicture(SHOWN.image(), SHOWN.face(), new Landmarks(longer))))
                .isGreaterThan(0.02);
    }

    @Test
    void what_the_print_leaves_free_is_the_wearer() {
        for (MadeAttack attack : List.of(MadeAttack.CUT_OUT, MadeAttack.CUT_OUT_OTHERWISE)) {
            BufferedImage worn = attack.from(SHOWN, WEARER, new Random(1));
            assertThat(rgb(worn, WEARER.landmarks().leftEye()))
                    .as("an eye under %s", attack.species())
                    .isEqualTo(PALE);
            assertThat(worn.getRGB(4, 4) & 0xFFFFFF).as("the wall").isEqualTo(PALE);
            assertThat(rgb(worn, WEARER.landmarks().noseTip()) >> 8 & 0xFF)
                    .as("the nose, of the print")
                    .isLessThan((PALE >> 8 & 0xFF) - 20);
        }
    }

    @Test
    void the_mouth_below_an_upper_mask_is_the_wearers() {
        BufferedImage worn = MadeAttack.UPPER_MASK_OTHERWISE.from(SHOWN, WEARER, new Random(1));
        assertThat(rgb(worn, WEARER.landmarks().points().get(57))).isEqualTo(PALE);
    }

    @Test
    void only_what_is_worn_can_be_worn_by_another() {
        for (MadeAttack attack : MadeAttack.values()) {
            if (attack.instrument() == Instrument.HELD) {
                assertThatThrownBy(() -> attack.from(SHOWN, WEARER, new Random(1)))
                        .isInstanceOf(IllegalStateException.class);
            } else {
                assertThat(attack.from(SHOWN, WEARER, new Random(1))).isNotNull();
            }
        }
    }

    @Test
    void no_fit_learns_from_a_print_on_somebody_else() {
        List<AttackTrial> trials = DrawnTrials.ofOnePerson();
        AttackFusion without = AttackFit.fit(trials, "network", "", LocalDate.EPOCH);
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            AttackTrial one = DrawnTrials.trial(random, Optional.of(MadeAttack.CUT_OUT.species()), 5);
            trials.add(one.wornBy("another").measured(Optional.of(true), one.measures()));
        }
        assertThat(AttackFit.fit(trials, "network", "", LocalDate.EPOCH)).isEqualTo(without);
    }

    private static int rgb(BufferedImage image, Point at) {
        return image.getRGB((int) at.x(), (int) at.y()) & 0xFFFFFF;
    }

    /** A face of nothing but skin, smaller and aside. */
    private static LivePicture picture(int skin, double scale, double right, double down) {
        Rectangle2D box = DrawnTrials.BOX;
        return new LivePicture(
                DrawnTrials.skin(skin),
                new Rectangle2D.Double(
                        scale * box.getX() + right,
                        scale * box.getY() + down,
                        scale * box.getWidth(),
                        scale * box.getHeight()),
                new Landmarks(DrawnFace.landmarks().points().stream()
                        .map(point -> new Point(scale * point.x() + right, scale * point.y() + down))
                        .toList()));
    }
}
