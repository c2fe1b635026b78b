package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackSignal;
import io.namesake.face.engine.attack.AttackMeasures;
import io.namesake.face.evaluation.attacks.MadeAttack.Instrument;
import io.namesake.face.evaluation.attacks.MadeAttack.Making;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Who judges: one regression over real attacks of any kind and what is made to be held before a camera, and one over what is made to be worn. */
enum Judge {
    /** Everything but what is worn leaves: the network and what its layers see, the whole picture, its edges. */
    GENERAL(name -> !ofSkin(name), Instrument.HELD, 0.03, false, 0.02),

    /**
     * Prints that are worn: an edge on living skin, and regions that do not go together, whichever way they differ. What the network's last layers see keeps a
     * camera's habits from being taken for a print; its earlier ones see the camera itself.
     */
    WORN(name -> ofSkin(name) || ofLastLayers(name), Instrument.WORN, 0.01, true, 0.035);

    private final List<Integer> measures;
    private final Instrument instrument;
    private final double penalty;
    private final boolean eitherWay;
    private final double share;

    Judge(
            Predicate<AttackMeasures.Name> hears,
            Instrument instrument,
            double penalty,
            boolean eitherWay,
            double share) {
        measures = IntStream.range(0, AttackMeasures.NAMES.size())
                .filter(i -> hears.test(AttackMeasures.NAMES.get(i)))
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

    /**
     * Whether it learns from a trial: of what is made from its instrument alone, of real attacks, where it is no specialist, from all, and from all the living.
     * From prints on somebody else it does not learn, so that the rates for these, too, are of what no fit has seen.
     */
    boolean learnsFrom(AttackTrial trial) {
        return trial.wearer().isEmpty() && ofItsKind(trial);
    }

    private boolean ofItsKind(AttackTrial trial) {
        return trial.species()
                .flatMap(MadeAttack::of)
                .map(made -> made.instrument() == instrument && made.making() != Making.UNSEEN)
                .orElse(this == GENERAL || trial.live());
    }

    /** Whether being off the mean of the living counts as such, beside on which side. */
    boolean eitherWay() {
        return eitherWay;
    }

    /** On the squares of weights of standardised measures. */
    double penalty() {
        return penalty;
    }

    /**
     * Of the living in the data set where it is highest, how many it suspects before all thresholds are moved by the same step. Most goes to what is worn, which
     * moves as its wearer does and so passes a challenge more often than what is held.
     */
    double share() {
        return share;
    }

    /** The same by its name in a file; what another fit named otherwise gets as much as the judge that gets least. */
    static double share(String kind) {
        return Arrays.stream(values())
                .filter(judge -> judge.kind().equals(kind))
                .mapToDouble(Judge::share)
                .findFirst()
                .orElse(GENERAL.share);
    }

    /** Its name in a file. */
    String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean ofSkin(AttackMeasures.Name name) {
        return name.signal() == AttackSignal.SEAM || name.signal() == AttackSignal.REGIONS;
    }

    private static boolean ofLastLayers(AttackMeasures.Name name) {
        return name.measure().startsWith(AttackMeasures.LAST_LAYER)
                || name.measure().startsWith(AttackMeasures.NEAR_LATE);
    }
}
