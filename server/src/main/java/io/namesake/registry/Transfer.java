package io.namesake.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line on its way from one holder to another, as one of the two sees it. Of the other side it says nothing but whether
 * somebody who was verified accepted.
 *
 * @param id the transfer's
 * @param lineId the line
 * @param line its name
 * @param operatorName whose it is, as people call them
 * @param kind why it changes hands
 * @param side which side the asker is on
 * @param state how far it is
 * @param offeredAt when it was offered
 * @param acceptedAt when somebody accepted; null before
 * @param dueAt when the offer expires; once accepted, when the operator's time for a veto is over
 * @param endedAt when it came to its end; null before
 * @param vetoReason why the operator objected; null otherwise
 * @param refusal which rule stopped it; null otherwise
 */
public record Transfer(
        UUID id,
        UUID lineId,
        LineIdentifier line,
        String operatorName,
        Kind kind,
        Side side,
        State state,
        Instant offeredAt,
        @Nullable Instant acceptedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable VetoReason vetoReason,
        @Nullable TransferRefusal refusal) {

    /** Why a line changes hands. */
    public enum Kind {
        /** Its holder gives it to somebody. */
        HANDOVER,
        /** Its holder has died. */
        INHERITANCE
    }

    /** Whose view it is. */
    public enum Side {
        GIVER,
        RECEIVER
    }

    /** How far it is. */
    public enum State {
        /** Whoever has the token and is verified may accept. */
        OFFERED,
        /** Both sides were verified; the operator may object until the time is over. */
        ACCEPTED,
        /** The line has its new holder. */
        COMPLETED,
        /** The operator objected; see the reason. */
        VETOED,
        /** One side changed its mind. */
        WITHDRAWN,
        /** Nobody accepted in time. */
        EXPIRED,
        /** What was offered is not the giver's any more. */
        OVERTAKEN,
        /** A rule stood in its way when it was to be completed; see the refusal. The line stays the giver's. */
        REFUSED;

        /** Whether it can still lead to another holder. */
        public boolean isOpen() {
            return this == OFFERED || this == ACCEPTED;
        }
    }
}
