package io.namesake.face.evaluation.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.AttackFusion;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.engine.attack.AttackMeasures;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The makings that no fit may learn from. */
class MadeOtherwiseTest {
    @Test
    void every_species_whose_maker_a_fit_could_learn_was_also_made_in_another_way_that_no_fit_learns_from() {
        assertThat(Arrays.stream(MadeAttack.values())
                        .filter(attack -> attack.making() == MadeAttack.Making.UNSEEN)
                        .map(MadeAttack::species))
                .containsExactly(
                        "made-otherwise-replay-fine",
                        "made-otherwise-cut-out",
                        "made-otherwise-partial-mask",
                        "made-upper-mask",
                        "made-otherwise-upper-mask");
    }

    @Test
    void a_fit_is_the_same_with_and_without_them() {
        List<AttackTrial> trials = DrawnTrials.ofOnePerson();
        AttackFusion without = AttackFit.fit(trials, "network", "", LocalDate.EPOCH);
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            trials.add(DrawnTrials.trial(random, Optional.of(MadeAttack.CUT_OUT_OTHERWISE.species()), 5));
        }
        assertThat(AttackFit.fit(trials, "network", "", LocalDate.EPOCH)).isEqualTo(without);
    }

    @Test
    void
            a_judge_of_its_own_is_fitted_for_a_kind_of_attack_that_there_is_and_all_judges_share_the_living_they_may_suspect() {
        List<AttackTrial> trials = DrawnTrials.ofOnePerson();
        AttackFusion fusion = AttackFit.fit(trials, "network", "", LocalDate.EPOCH);
        assertThat(fusion.specialists())
                .extracting(AttackFusion.Specialist::kind)
                .containsExactly("worn");
        assertThat(trials.stream()
                        .filter(AttackTrial::live)
                        .map(trial -> fusion.judge(AttackMeasures.named(trial.measures())))
                        .filter(attack -> attack.finding() == Finding.SUSPECTED))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_cut_out_leaves_the_eyes_and_what_lies_beside_the_face_as_they_were() {
        BufferedImage made = DrawnTrials.made(MadeAttack.CUT_OUT_OTHERWISE, 1);
        assertThat(made.getRGB(80, 90) & 0xFFFFFF).as("an eye").isEqualTo(DrawnTrials.SKIN);
        assertThat(made.getRGB(10, 10) & 0xFFFFFF).as("the wall").isEqualTo(DrawnTrials.SKIN);
        assertThat(made.getRGB(100, 120) & 0xFFFFFF).as("the nose").isNotEqualTo(DrawnTrials.SKIN);
    }

    @Test
    void a_partial_mask_covers_the_mouth_and_not_the_forehead() {
        BufferedImage made = DrawnTrials.made(MadeAttack.PARTIAL_MASK_OTHERWISE, 1);
        assertThat(made.getRGB(100, 70) & 0xFFFFFF).as("the forehead").isEqualTo(DrawnTrials.SKIN);
        assertThat(made.getRGB(100, 135) & 0xFFFFFF).as("the mouth").isNotEqualTo(DrawnTrials.SKIN);
    }

    @Test
    void an_upper_mask_covers_the_nose_and_leaves_eyes_and_mouth_free() {
        for (MadeAttack attack : List.of(MadeAttack.UPPER_MASK, MadeAttack.UPPER_MASK_OTHERWISE)) {
            BufferedImage made = DrawnTrials.made(attack, 1);
            assertThat(made.getRGB(80, 90) & 0xFFFFFF).as("an eye").isEqualTo(DrawnTrials.SKIN);
            assertThat(made.getRGB(100, 140) & 0xFFFFFF).as("the mouth").isEqualTo(DrawnTrials.SKIN);
            assertThat(made.getRGB(100, 108) & 0xFFFFFF).as("the nose").isNotEqualTo(DrawnTrials.SKIN);
        }
    }

    @Test
    void a_screen_has_a_dark_frame_before_a_wall() {
        BufferedImage made = DrawnTrials.made(MadeAttack.REPLAY_FINE_OTHERWISE, 1);
        int darkest = IntStream.range(0, DrawnTrials.SIDE / 2)
                .map(x -> made.getRGB(x, DrawnTrials.SIDE / 2) >> 8 & 0xFF)
                .min()
                .orElseThrow();
        assertThat(darkest)
                .isLessThan(made.getRGB(DrawnTrials.SIDE / 2, DrawnTrials.SIDE / 2) >> 8 & 0xFF)
                .isLessThanOrEqualTo(made.getRGB(0, DrawnTrials.SIDE / 2) >> 8 & 0xFF);
    }
}
