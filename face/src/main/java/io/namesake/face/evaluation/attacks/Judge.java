package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackSignal;
import io.namesake.face.engine.attack.AttackMeasures;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Who judges: one regression over all species, and one beside it for each kind that it does not learn among the others. */
enum Judge {
    /** Over all species. Small weights keep one camera's habits from becoming a rule. */
    ALL(EnumSet.range(AttackSignal.NETWORK, AttackSignal.BORDER), Set.of(), 0.01, false, 0.03),

    /** Screens: what a panel does to light, and its frame. */
    SCREEN(
            EnumSet.range(AttackSignal.NETWORK, AttackSignal.FRAME),
            Set.of(MadeAttack.REPLAY_SCREEN, MadeAttack.REPLAY_FINE),
            0.03,
            false,
            0.01),

    /** Prints that are worn: an edge on living skin, and regions that do not go together, whichever way they differ. */
    WORN(
            EnumSet.of(AttackSignal.SEAM, AttackSignal.REGIONS),
            Set.of(MadeAttack.CUT_OUT, MadeAttack.PARTIAL_MASK),
            0.05,
            true,
            0.02);

    private final List<Integer> measures;
    private final Set<MadeAttack> species;
    private final double penalty;
    private final boolean eitherWay;
    private final double share;

    Judge(Set<AttackSignal> signals, Set<MadeAttack> species, double penalty, boolean eitherWay, double share) {
        measures = IntStream.range(0, AttackMeasures.NAMES.size())
                .filter(i -> signals.contains(AttackMeasures.NAMES.get(i).signal()))
                .boxed()
                .toList();
        this.species = species;
        this.penalty = penalty;
        this.eitherWay = eitherWay;
        this.share = share;
    }

    /** Places in {@link AttackMeasures#NAMES}. */
    List<Integer> measures() {
        return measures;
    }

    /** Whether it learns from a trial: from living people always. */
    boolean learnsFrom(AttackTrial trial) {
        return trial.live()
                || species.isEmpty()
                || species.stream().anyMatch(one -> trial.group().equals(one.species()));
    }

    /** On the squares of weights of standardised measures. */
    double penalty() {
        return penalty;
    }

    /** Whether being off the mean of the living counts as such, beside on which side. */
    boolean eitherWay() {
        return eitherWay;
    }

    /** Of the living in the data set where it is highest, how many it suspects before all thresholds are moved by the same step. */
    double share() {
        return share;
    }
}
