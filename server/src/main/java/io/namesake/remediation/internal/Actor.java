package io.namesake.remediation.internal;

import io.namesake.access.StaffPrincipal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who made a step.
 *
 * @param kind what they are to the case
 * @param id the member of staff; null for everybody else
 */
record Actor(Kind kind, @Nullable UUID id) {
    static final Actor TIMER = new Actor(Kind.TIMER, null);
    static final Actor OPERATOR = new Actor(Kind.OPERATOR, null);
    static final Actor PERSON = new Actor(Kind.PERSON, null);
    static final Actor SERVER = new Actor(Kind.SERVER, null);

    /** What somebody is to a case. */
    enum Kind {
        TIMER,
        OPERATOR,
        STAFF,
        /** Whoever has the link of the notice. */
        PERSON,
        /** Another part of the server: an identity was verified, a notice arrived. */
        SERVER
    }

    static Actor of(StaffPrincipal staff) {
        return new Actor(Kind.STAFF, staff.staffId());
    }
}
