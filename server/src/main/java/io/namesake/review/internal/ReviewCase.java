package io.namesake.review.internal;

import io.namesake.access.OperatorId;
import io.namesake.decision.Reason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question for a person.
 *
 * @param applicationId what it is about; null for a seeded case
 * @param reasons why a machine did not decide, or must not
 * @param dueAt by when it should be decided; nothing happens to the applicant when it is not
 * @param code what the applicant says to an agent; null for a seeded case
 */
record ReviewCase(
        UUID id,
        OperatorId operator,
        @Nullable UUID applicationId,
        Set<Reason> reasons,
        Skill skill,
        Instant openedAt,
        Instant dueAt,
        @Nullable String code,
        CaseState state) {

    ReviewCase {
        reasons = Set.copyOf(reasons);
    }

    boolean isSeeded() {
        return applicationId == null;
    }

    ReviewCase in(CaseState next) {
        return new ReviewCase(id, operator, applicationId, reasons, skill, openedAt, dueAt, code, next);
    }

    /** The same, with one more reason. */
    ReviewCase withReason(Reason reason) {
        var all = EnumSet.of(reason);
        all.addAll(reasons);
        return new ReviewCase(id, operator, applicationId, all, skill, openedAt, dueAt, code, state);
    }

    @Override
    public String toString() {
        return "ReviewCase[" + id + "]";
    }
}
