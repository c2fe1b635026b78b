package io.namesake.mylines.internal;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verified person says that a line in their name is not theirs.
 *
 * @param holdingId the interval that is disputed
 * @param holderId who says so
 * @param dueAt until when a person has to decide
 * @param appealUntil until when a rejection can be put before somebody else; null when it cannot (any more)
 * @param firstDecisionBy who decided before an appeal
 * @param decidedBy who decided last
 */
record Dispute(
        UUID id,
        OperatorId operatorId,
        UUID lineId,
        UUID holdingId,
        UUID holderId,
        DisputeMachine.State state,
        Claim claim,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant appealUntil,
        @Nullable UUID firstDecisionBy,
        @Nullable UUID decidedBy,
        @Nullable Code decision,
        @Nullable Instant decidedAt) {

    /** What the person says. A closed list: nobody has to tell their life. */
    enum Claim {
        /** I never asked for this line. */
        NEVER_TOOK_IT,
        /** I had it once and somebody else has it now. */
        GAVE_IT_AWAY,
        /** The line is somebody else's whose details were mixed up with mine. */
        WRONG_DETAILS
    }

    /** Why a person decided as they did. A closed list; each is explained to the holder in plain words. */
    enum Code {
        NO_EVIDENCE_OF_REGISTRATION(true),
        EVIDENCE_SHOWS_SOMEBODY_ELSE(true),
        OTHER_PARTY_CONFIRMS(true),
        HANDED_OVER_WITHOUT_RECORD(true),
        EVIDENCE_SHOWS_THE_HOLDER(false),
        HOLDER_STILL_USES_IT(false);

        private final boolean upheld;

        Code(boolean upheld) {
            this.upheld = upheld;
        }

        boolean upheld() {
            return upheld;
        }
    }

    Dispute decided(DisputeMachine.State next, Code code, UUID by, @Nullable Instant appeal, Instant now) {
        return new Dispute(
                id,
                operatorId,
                lineId,
                holdingId,
                holderId,
                next,
                claim,
                openedAt,
                dueAt,
                appeal,
                firstDecisionBy,
                by,
                code,
                now);
    }

    Dispute appealed(Instant due) {
        return new Dispute(
                id,
                operatorId,
                lineId,
                holdingId,
                holderId,
                DisputeMachine.State.APPEALED,
                claim,
                openedAt,
                due,
                null,
                decidedBy,
                decidedBy,
                decision,
                decidedAt);
    }

    Dispute withdrawn() {
        return new Dispute(
                id,
                operatorId,
                lineId,
                holdingId,
                holderId,
                DisputeMachine.State.WITHDRAWN,
                claim,
                openedAt,
                dueAt,
                null,
                firstDecisionBy,
                decidedBy,
                decision,
                decidedAt);
    }

    /** What the state machine needs to know. */
    DisputeMachine.Situation situation(Instant now, @Nullable UUID staff) {
        return new DisputeMachine.Situation(
                appealUntil != null && now.isBefore(appealUntil), staff != null && staff.equals(firstDecisionBy));
    }
}
