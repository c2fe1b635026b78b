package io.namesake.review.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;

/** What comes of a step. */
sealed interface Move {

    /** The case goes on. */
    record To(CaseState state) implements Move {}

    /** The case is decided. @param verdict what counts */
    record Settled(CaseState state, Verdict verdict) implements Move {}

    /** The case goes on in person: the pictures did not tell. @param by who said so */
    record PassedOn(CaseState state, Opinion by) implements Move {}

    /** The step cannot be taken now. */
    record Barred(Why why) implements Move {}

    /** Why a step cannot be taken. */
    enum Why {
        CLOSED(ProblemType.CASE_CLOSED),
        LOCKED_BY_ANOTHER(ProblemType.CASE_LOCKED),
        NO_LOCK(ProblemType.CASE_LOCK_REQUIRED),
        /** Somebody who has not decided it, or was named for it. */
        ANOTHER_PERSON(ProblemType.ANOTHER_PERSON_REQUIRED),
        /** The applicant has to be there and say the code. */
        APPLICANT_ABSENT(ProblemType.APPOINTMENT_REQUIRED),
        /** It is not in dispute. */
        NOT_DISPUTED(ProblemType.CASE_CLOSED);

        private final ProblemType problem;

        Why(ProblemType problem) {
            this.problem = problem;
        }

        Problem problem() {
            return new Problem(problem);
        }
    }

    /** Where it leads when the case just goes on. @throws Problem when the step cannot be taken */
    default CaseState goesOn() {
        return switch (this) {
            case To(var state) -> state;
            case Barred(var why) -> throw why.problem();
            case Settled _, PassedOn _ -> throw new IllegalStateException("This step decides nothing");
        };
    }
}
