package io.namesake.application.internal;

import io.namesake.access.OperatorId;
import io.namesake.decision.Decision;
import io.namesake.language.Language;
import io.namesake.registry.LineIdentifier;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request for one line.
 *
 * @param expiresAt when it ends if it was not submitted by then
 * @param attendedCheckRequestedAt when the applicant chose the check by a person
 * @param decision what was decided, null before
 * @param evidenceErasedAt when the last of its evidence was erased; null while some is there, or none ever was
 */
record LineApplication(
        UUID id,
        OperatorId operatorId,
        LineIdentifier line,
        Language language,
        State state,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        @Nullable Instant attendedCheckRequestedAt,
        @Nullable Decided decision,
        @Nullable Instant evidenceErasedAt) {

    /** A decision and its time. */
    record Decided(Decision decision, Instant at) {}

    /** What the state machine needs to know. @param complete whether everything was sent */
    StateMachine.Situation situation(boolean complete) {
        boolean refusedThoughAPersonCanHelp = state == State.REFUSED
                && decision != null
                && decision.decision().aPersonCanHelp();
        return new StateMachine.Situation(complete, refusedThoughAPersonCanHelp);
    }

    LineApplication in(State next, Instant now) {
        return new LineApplication(
                id,
                operatorId,
                line,
                language,
                next,
                createdAt,
                now,
                expiresAt,
                attendedCheckRequestedAt,
                decision,
                evidenceErasedAt);
    }

    LineApplication decided(State next, Decision made, Instant now) {
        return new LineApplication(
                id,
                operatorId,
                line,
                language,
                next,
                createdAt,
                now,
                expiresAt,
                attendedCheckRequestedAt,
                new Decided(made, now),
                evidenceErasedAt);
    }

    LineApplication withAttendedCheckRequested(Instant now) {
        return new LineApplication(
                id, operatorId, line, language, state, createdAt, now, expiresAt, now, decision, evidenceErasedAt);
    }

    LineApplication withEvidenceErased(Instant now) {
        return new LineApplication(
                id,
                operatorId,
                line,
                language,
                state,
                createdAt,
                now,
                expiresAt,
                attendedCheckRequestedAt,
                decision,
                now);
    }

    Optional<Decided> decidedIfAny() {
        return Optional.ofNullable(decision);
    }
}
