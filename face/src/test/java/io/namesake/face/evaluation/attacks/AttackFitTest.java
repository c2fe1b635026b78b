package io.namesake.face.evaluation.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.AttackFusion;
import io.namesake.face.engine.attack.AttackMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttackFitTest {

    @Test
    void a_threshold_is_set_on_persons_that_were_not_learnt_who_are_less_surely_alive() {
        List<AttackTrial> trials = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            Optional<String> species = i % 2 == 0 ? Optional.empty() : Optional.of(MadeAttack.PARTIAL_MASK.species());
            AttackTrial trial = DrawnTrials.trial(random, species, 0);
            trials.add(new AttackTrial(trial.set(), trial.species(), "person " + i, trial.measures()));
        }
        AttackFusion.Specialist worn = new AttackFit(Judge.WORN, trials).fit().judge();
        double lowest = trials.stream()
                .filter(AttackTrial::live)
                .mapToDouble(trial -> worn.logOdds(AttackMeasures.named(trial.measures())))
                .min()
                .orElseThrow();
        // Nothing but chance tells them apart: by heart all are known, of others none.
        assertThat(lowest).isPositive();
        assertThat(worn.threshold()).isLessThan(0.5);
    }
}
