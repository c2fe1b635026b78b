package io.namesake.remediation.internal;

import io.namesake.registry.Limit;
import java.time.Instant;
import java.util.Set;

/** What follows from a step, to be carried out in this order in the step's own transaction. */
sealed interface Effect {

    /** Tell the person. */
    record Notify(NoticeKind kind) implements Effect {}

    /** Make these the limits of the case; none lifts all. */
    record SetLimits(Set<Limit> limits) implements Effect {
        public SetLimits {
            limits = Set.copyOf(limits);
        }
    }

    /** End the line. */
    record Deactivate(Instant quarantineUntil) implements Effect {}

    /** Take the end back. */
    record Reinstate() implements Effect {}

    /** Somebody must be reached by a person or by letter. */
    record Escalate() implements Effect {}
}
