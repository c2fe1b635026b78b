package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackSignal;
import io.namesake.face.engine.attack.AttackMeasures;
import io.namesake.face.evaluation.attacks.MadeAttack.Instrument;
import io.namesake.face.evaluation.attacks.MadeAttack.Making;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Who judges: one regression over all species, and one beside it for each kind that it does not learn among the others. */
enum Judge {
    /** Over all species in their usual making. Small weights keep one camera's habits from becoming a rule. */
    ALL(EnumSet.range(AttackSignal.NETWORK, AttackSignal.BORDER), Optional.empty(), 0.01, false, 0.035),

    /** Prints and screens that are held before the camera, by all that there is, whichever way it differs. */
    HELD(EnumSet.allOf(AttackSignal.class), Optional.of(Instrument.HELD), 0.03, true, 0.015),

    /** Prints that are worn: an edge on living skin, and regions that do not go together, whichever way they differ. */
    WORN(EnumSet.of(AttackSignal.SEAM, AttackSignal.REGIONS), Optional.of(Instrument.WORN), 0.01, true, 0.03);

    private final List<Integer> measures;
    private final Optional<Instrument> instrument;
    private final double penalty;
    private final boolean eitherWay;
    private final double share;

    Judge(Set<AttackSignal> signals, Optional<Instrument> instrument, double penalty, boolean eitherWay, double share) {
        measures = IntStream.range(0, AttackMeasures.NAMES.size())
                .filter(i -> signals.contains(AttackMeasures.NAMES.get(i).signal()))
                .boxed()
                .toList();
        this.instrument = instrument;
        this.penalty = penalty;
        this.eitherWay = eitherWay;
        this.share = share;
    }

    /** Places in {@link AttackMeasures#NAMES}. */
    List<Integer> measures() {
        return measures;
    }

    /** Whether it learns from a trial: from living people always, as cameras show them. */
    boolean learnsFrom(AttackTrial trial) {
        if (trial.live()) {
            return instrument.isEmpty() || trial.counts();
        }
        Optional<MadeAttack> made = trial.species().flatMap(MadeAttack::of);
        return instrument.isEmpty()
                ? made.isEmpty() || made.get().making() == Making.USUAL
                : made.isPresent()
                        && made.get().instrument() == instrument.get()
                        && made.get().making() != Making.UNSEEN;
    }

    /** On the squares of weights of standardised measures. */
    double penalty() {
        return penalty;
    }

    /** Whether being off the mean of the living counts as such, beside on which side. */
    boolean eitherWay() {
        return eitherWay;
    }

    /**
     * Of the living in the data set where it is highest, how many it suspects before all thresholds are moved by the same step. Most goes to what is worn, which
     * moves as its wearer does and so passes a challenge more often than what is held.
     */
    double share() {
        return share;
    }
}
