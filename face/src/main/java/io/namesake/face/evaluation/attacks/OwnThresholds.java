package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackFusion;
import java.time.LocalDate;
import java.util.List;

/**
 * Sets the thresholds of a fusion on other living people than those of its fit, each judge's by itself: another camera makes all living people more or less
 * surely alive, for one judge more than for another. The weights stay, and no attack is needed.
 */
final class OwnThresholds {
    private OwnThresholds() {}

    /**
     * @param fusion that was fitted elsewhere
     * @param trials of which the living people count, as they are and not made over as another camera's
     * @param people who they are, in words
     * @return with its thresholds where 5 % of them are suspected, in the data set where it is highest
     * @throws IllegalArgumentException when there is no living person among them
     */
    static AttackFusion of(AttackFusion fusion, List<AttackTrial> trials, String people, LocalDate date) {
        List<AttackTrial> living = trials.stream()
                .filter(AttackTrial::counts)
                .filter(trial -> !trial.set().endsWith(AttackMeasurement.OTHER_CAMERA))
                .toList();
        List<AttackFit.Fitted> judges =
                fusion.judges().map(judge -> setOn(living, judge)).toList();
        return AttackFit.together(
                judges, living, fusion.network(), fusion.dataSet() + "; thresholds set on: " + people, date);
    }

    private static AttackFit.Fitted setOn(List<AttackTrial> living, AttackFusion.Specialist judge) {
        return AttackFit.limited(judge, living, trial -> AttackFit.score(judge, trial), Judge.share(judge.kind()));
    }
}
