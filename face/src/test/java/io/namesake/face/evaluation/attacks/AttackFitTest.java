package io.namesake.face.evaluation.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.AttackFusion;
import io.namesake.face.engine.attack.AttackMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttackFitTest {
    private static final int NETWORK = 0;

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

    @Test
    void the_network_is_trusted_by_so_much_though_among_what_was_learnt_it_tells_nothing_apart() {
        List<AttackTrial> trials = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            boolean live = i % 2 == 0;
            Optional<String> species = live ? Optional.empty() : Optional.of(MadeAttack.PRINT_HALFTONE.species());
            AttackTrial trial = DrawnTrials.trial(random, species, live ? 0 : 1);
            List<Double> measures = new ArrayList<>(trial.measures());
            measures.set(NETWORK, 3 + 2 * random.nextGaussian());
            trials.add(new AttackTrial(trial.set(), trial.species(), "person " + i, measures));
        }
        AttackFusion.Specialist general =
                new AttackFit(Judge.GENERAL, trials).fit().judge();
        List<Double> measures = new ArrayList<>(trials.getFirst().measures());
        measures.set(NETWORK, 0.0);
        double doubted = general.logOdds(AttackMeasures.named(measures));
        measures.set(NETWORK, 5.0);
        double trusted = general.logOdds(AttackMeasures.named(measures));
        assertThat((trusted - doubted) / 5).isCloseTo(AttackFit.TRUST_IN_NETWORK, within(0.05));
    }
}
