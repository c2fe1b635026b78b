package io.namesake.face.evaluation;

import java.util.function.IntPredicate;

/**
 * Some of the pictures of an evaluation.
 *
 * @param name in words, for whoever waits; empty for all of them
 * @param pictures those that are wanted, by number
 */
record Among(String name, IntPredicate pictures) {
    static final Among ALL = new Among("", picture -> true);

    Progress.Step step(Progress.Phase phase) {
        return new Progress.Step(phase, name);
    }
}
