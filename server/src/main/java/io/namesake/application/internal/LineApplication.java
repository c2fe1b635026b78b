package io.namesake.application.internal;

import io.namesake.access.OperatorId;
import io.namesake.application.Purpose;
import io.namesake.decision.Decision;
import io.namesake.decision.Reason;
import io.namesake.language.Language;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request for one line, or for a look at one's own lines.
 *
 * @param line null exactly when the purpose is {@link Purpose#MY_LINES}
 * @param expiresAt when it ends if it was not submitted by then
 * @param attendedCheckRequestedAt when the applicant chose the check by a person
 * @param decision what was decided, null before
 * @param evidenceErasedAt when the last of its evidence was erased; null while some is there, or none ever was
 * @param holderId the registry's holder whom the decision verified; null before, and where nobody was
 */
record LineApplication(
        UUID id,
        OperatorId operatorId,
        Purpose purpose,
        @Nullable LineIdentifier line,
        Language language,
        State state,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        @Nullable Instant attendedCheckRequestedAt,
        @Nullable Decided decision,
        @Nullable Instant evidenceErasedAt,
        @Nullable UUID holderId) {

    /** Whether it has waited this long, since its submission, for somebody outside who gives no answer. */
    boolean hasWaited(Duration patience, Instant now) {
        return Duration.between(updatedAt, now).compareTo(patience) >= 0;
    }

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
        return with(next, decision, now);
    }

    LineApplication decided(State next, Decision made, Instant now) {
        return with(next, new Decided(made, now), now);
    }

    /** The same decision, made when it was, for one more reason that was found since. */
    LineApplication withReason(Reason reason, Instant now) {
        var made = decidedIfAny().orElseThrow();
        return with(state, new Decided(made.decision().and(reason), made.at()), now);
    }

    private LineApplication with(State next, @Nullable Decided made, Instant now) {
        return new LineApplication(
                id,
                operatorId,
                purpose,
                line,
                language,
                next,
                createdAt,
                now,
                expiresAt,
                attendedCheckRequestedAt,
                made,
                evidenceErasedAt,
                holderId);
    }

    LineApplication withAttendedCheckRequested(Instant now) {
        return new LineApplication(
                id,
                operatorId,
                purpose,
                line,
                language,
                state,
                createdAt,
                now,
                expiresAt,
                now,
                decision,
                evidenceErasedAt,
                holderId);
    }

    LineApplication withEvidenceErased(Instant now) {
        return new LineApplication(
                id,
                operatorId,
                purpose,
                line,
                language,
                state,
                createdAt,
                now,
                expiresAt,
                attendedCheckRequestedAt,
                decision,
                now,
                holderId);
    }

    LineApplication withHolder(UUID holder) {
        return new LineApplication(
                id,
                operatorId,
                purpose,
                line,
                language,
                state,
                createdAt,
                updatedAt,
                expiresAt,
                attendedCheckRequestedAt,
                decision,
                evidenceErasedAt,
                holder);
    }

    /** The line that is asked for. @throws IllegalStateException when none is, see {@link #purpose} */
    LineIdentifier requiredLine() {
        if (line == null) {
            throw new IllegalStateException("Application " + id + " is about no line");
        }
        return line;
    }

    /** The service whose rules on evidence hold. Who asks for no line shows what a mobile line would ask for. */
    Service serviceOfPolicy() {
        return line == null ? Service.MOBILE : line.service();
    }

    /** Whether this is one of the reasons for the last decision. */
    boolean isDecidedFor(Reason reason) {
        return decision != null && decision.decision().reasons().contains(reason);
    }

    /** That a person looks again, with what is known of the limit already: whoever decides next makes an exception, and knows it. */
    Decision knowingLimit(Decision review) {
        return isDecidedFor(Reason.LINE_LIMIT_REACHED) ? review.and(Reason.LINE_LIMIT_REACHED) : review;
    }

    Optional<Decided> decidedIfAny() {
        return Optional.ofNullable(decision);
    }
}
