package io.namesake.exposure.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to ask about a line, and its holder's answer.
 *
 * @param id the wish
 * @param clientId who asks
 * @param clientName what they are called, as the holder was shown it
 * @param lineId the line; null where the number was no line in a person's name, so that nobody ever sees this
 * @param holderId whose answer counts: if the line changes hands, the consent means nothing
 * @param scopes what is asked
 * @param purpose what for
 * @param state where it stands
 * @param requestedAt when it was asked
 * @param decidedAt when the holder last decided; null while they have not
 * @param endsAt until when it can be answered, and could be where it was refused or another took its place; once granted, until when
 *     it lasts
 */
record Consent(
        UUID id,
        UUID clientId,
        String clientName,
        @Nullable UUID lineId,
        @Nullable UUID holderId,
        Set<Scope> scopes,
        Purpose purpose,
        State state,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        Instant endsAt) {

    Consent {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the holder lets this be asked at that moment. */
    boolean allows(Scope scope, Instant now) {
        return state == State.GRANTED && now.isBefore(endsAt) && scopes.contains(scope);
    }

    /** Whether the holder can still answer. */
    boolean waits(Instant now) {
        return state == State.REQUESTED && now.isBefore(endsAt);
    }

    enum State {
        REQUESTED,
        GRANTED,
        REFUSED,
        WITHDRAWN
    }
}
