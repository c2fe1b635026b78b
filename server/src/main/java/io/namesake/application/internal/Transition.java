package io.namesake.application.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;

/** What comes of a step: another state, or a reason why the step cannot be taken. */
sealed interface Transition {

    /** The step can be taken and leads here. */
    record To(State state) implements Transition {}

    /** The step cannot be taken now. */
    record Barred(ProblemType why) implements Transition {}

    /** The state it leads to. @throws Problem when the step cannot be taken */
    default State orThrow() {
        return switch (this) {
            case To(var state) -> state;
            case Barred(var why) -> throw new Problem(why);
        };
    }
}
