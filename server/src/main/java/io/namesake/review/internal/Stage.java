package io.namesake.review.internal;

/** How far a case is. Whether somebody is looking at it is a matter of its lock. */
enum Stage {
    OPEN,
    /** One person has decided, and the policy asks for another. */
    AWAITING_SECOND,
    /** Two people disagree; a supervisor names a third. */
    DISPUTED,
    DECIDED,
    /** There is nothing to decide any more. */
    WITHDRAWN;

    boolean isClosed() {
        return this == DECIDED || this == WITHDRAWN;
    }
}
