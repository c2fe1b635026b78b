package io.namesake.review.internal;

import java.time.Instant;
import java.util.UUID;

/** What can be tried with a case. */
sealed interface CaseStep {

    /** Somebody wants to work on it, or to go on. @param byCode whether the applicant is there and said the code */
    record Claim(UUID staff, Instant until, boolean byCode) implements CaseStep {}

    /** Whoever works on it stops. */
    record Release(UUID staff) implements CaseStep {}

    /** Whoever works on it has found something. */
    record Find(Opinion opinion, Need need) implements CaseStep {}

    /** A supervisor names who settles a disagreement. */
    record Assign(UUID staff) implements CaseStep {}

    /** The pictures were erased. */
    record LosePictures() implements CaseStep {}

    /** The person turned out to have as many lines as the rules allow, which whoever found something before did not know. */
    record MeetLineLimit() implements CaseStep {}

    /** Nobody needs to decide it any more. */
    record Withdraw() implements CaseStep {}

    /** How many people a finding needs. */
    enum Need {
        ONE,
        /** Two who agree. */
        TWO,
        /** Two, whether or not they agree: a seeded case, where just that is measured. */
        TWO_OPINIONS
    }
}
