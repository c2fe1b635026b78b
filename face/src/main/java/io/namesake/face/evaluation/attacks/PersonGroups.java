package io.namesake.face.evaluation.attacks;

import java.util.Collections;
import java.util.List;

/**
 * Persons dealt out to groups, in the order of their names, so that each can be judged by a fit that has not learnt them.
 *
 * @param persons sorted
 * @param count of groups, at least 2
 */
record PersonGroups(List<String> persons, int count) {

    static PersonGroups of(List<AttackTrial> trials, int count) {
        return new PersonGroups(
                trials.stream().map(AttackTrial::person).distinct().sorted().toList(), count);
    }

    /** Which group a trial's person is in, 0 .. {@code count - 1}. */
    int groupOf(AttackTrial trial) {
        return Collections.binarySearch(persons, trial.person()) % count;
    }

    /** The trials of all other groups. */
    List<AttackTrial> without(int group, List<AttackTrial> trials) {
        return trials.stream().filter(trial -> groupOf(trial) != group).toList();
    }
}
