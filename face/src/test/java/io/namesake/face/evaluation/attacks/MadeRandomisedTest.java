package io.namesake.face.evaluation.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.namesake.face.AttackFusion;
import io.namesake.face.evaluation.attacks.MadeAttack.Making;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The makings that are drawn anew each time. */
class MadeRandomisedTest {
    private static final int DRAWS = 30;
    /** What a camera's noise alone changes. */
    private static final int NOISE = 24;

    @Test
    void each_draw_is_another_and_the_same_seed_gives_the_same() {
        for (MadeAttack attack : MadeAttack.values()) {
            if (attack.making() == Making.RANDOMISED) {
                assertThat(pixels(DrawnTrials.made(attack, 1)))
                        .as(attack.species())
                        .isEqualTo(pixels(DrawnTrials.made(attack, 1)))
                        .isNotEqualTo(pixels(DrawnTrials.made(attack, 2)));
            }
        }
    }

    @Test
    void a_cut_out_changes_the_nose_and_not_the_wall() {
        assertThat(changes(MadeAttack.CUT_OUT_RANDOMISED, 100, 112)).isGreaterThan(DRAWS * 2 / 3);
        assertThat(changes(MadeAttack.CUT_OUT_RANDOMISED, 4, 4)).isZero();
    }

    @Test
    void a_mask_over_the_lower_face_changes_the_mouth_and_not_the_forehead() {
        assertThat(changes(MadeAttack.PARTIAL_MASK_RANDOMISED, 100, 135)).isGreaterThan(DRAWS * 2 / 3);
        assertThat(changes(MadeAttack.PARTIAL_MASK_RANDOMISED, 100, 70)).isZero();
    }

    @Test
    void a_mask_over_the_upper_face_changes_the_nose_and_not_the_mouth() {
        assertThat(changes(MadeAttack.UPPER_MASK_RANDOMISED, 100, 112)).isGreaterThan(DRAWS * 2 / 3);
        assertThat(changes(MadeAttack.UPPER_MASK_RANDOMISED, 100, 150)).isLessThan(DRAWS / 6);
    }

    @Test
    void the_judge_over_all_species_learns_nothing_from_them_and_the_judge_of_worn_prints_does() {
        List<AttackTrial> trials = DrawnTrials.ofOnePerson();
        AttackFusion without = AttackFit.fit(trials, "network", "", LocalDate.EPOCH);
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            trials.add(DrawnTrials.trial(random, Optional.of(MadeAttack.CUT_OUT_RANDOMISED.species()), 5));
        }
        AttackFusion with = AttackFit.fit(trials, "network", "", LocalDate.EPOCH);
        assertThat(with.weights()).isEqualTo(without.weights());
        assertThat(with.specialists().getFirst().weights())
                .isNotEqualTo(without.specialists().getFirst().weights());
    }

    @Test
    void living_people_before_cameras_that_are_drawn_at_random_are_reported_and_set_no_threshold() {
        List<AttackTrial> trials = DrawnTrials.ofOnePerson();
        AttackReport.Point without = usual(trials);
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            AttackTrial bad = DrawnTrials.trial(random, Optional.empty(), -5);
            trials.add(new AttackTrial(
                    "set" + AttackMeasurement.RANDOMISED_CAMERA, bad.species(), bad.person(), bad.measures()));
        }
        AttackReport.Point with = usual(trials);
        assertThat(with.threshold()).isEqualTo(without.threshold());
        assertThat(with.living())
                .extracting(AttackReport.Row::name, AttackReport.Row::errors)
                .contains(tuple("set-randomised-camera", 40L));
    }

    @Test
    void a_camera_that_is_drawn_at_random_takes_a_picture_with_the_face_in_it() {
        for (int seed = 0; seed < DRAWS; seed++) {
            BufferedImage taken = RandomisedCamera.picture(DrawnTrials.skin(), DrawnTrials.BOX, new Random(seed));
            assertThat(taken.getWidth())
                    .isBetween((int) (0.6 * DrawnTrials.BOX.getWidth()), (int) (1.3 * DrawnTrials.SIDE));
            assertThat(taken.getHeight())
                    .isBetween((int) (0.6 * DrawnTrials.BOX.getHeight()), (int) (1.3 * DrawnTrials.SIDE));
        }
    }

    private static AttackReport.Point usual(List<AttackTrial> trials) {
        return new AttackFindings("models", "network", 0.5, Optional.empty(), Map.of(), trials)
                .networkAlone()
                .usual();
    }

    /** In how many draws a pixel of a face without features is another one afterwards. */
    private static int changes(MadeAttack attack, int x, int y) {
        return (int) IntStream.range(0, DRAWS)
                .filter(seed -> {
                    int rgb = DrawnTrials.made(attack, seed).getRGB(x, y);
                    return IntStream.of(0, 8, 16)
                            .anyMatch(shift ->
                                    Math.abs((rgb >> shift & 0xFF) - (DrawnTrials.SKIN >> shift & 0xFF)) > NOISE);
                })
                .count();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
