package io.namesake.provisioning.radius;

import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Service;

/** What a line's state means to a network that carries data: which of the policy's answers holds for it. */
enum LineState {
    /** Asked for; nobody is verified as its holder. */
    PENDING,
    /** In use since before Namesake knew it, or in nobody's name any more; not limited. */
    UNVERIFIED,
    /** In the name of a verified holder; limits that are not about data change nothing here. */
    ACTIVE,
    /** In use, and a case has limited its data ({@link Limit#DATA}). */
    LIMITED,
    /** Ended. */
    DEACTIVATED,
    /** The operator has no such internet line. */
    UNKNOWN;

    static LineState of(Line line) {
        return line.identifier().service() == Service.INTERNET ? of(line.status(), line) : UNKNOWN;
    }

    private static LineState of(LineStatus status, Line line) {
        return switch (status) {
            case PENDING -> PENDING;
            case DEACTIVATED -> DEACTIVATED;
            case UNVERIFIED -> line.limits().contains(Limit.DATA) ? LIMITED : UNVERIFIED;
            case ACTIVE, LIMITED -> line.limits().contains(Limit.DATA) ? LIMITED : ACTIVE;
        };
    }
}
