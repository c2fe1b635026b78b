package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.language.Language;
import io.namesake.remediation.Doubt;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is stored.
 *
 * @param causeReference what caused the doubt, in the operator's or another module's own words for it; nothing personal
 * @param campaignId the campaign that opened it, if any
 * @param language in which the person is told; null where it is not known, and they are told in every language
 * @param terms the durations that it was opened under
 * @param state where it stands
 * @param steps how many steps it has made
 * @param sealedContact how the person is reached, see {@link Contact}; null once the case is over
 * @param sealedAppeal what the person wrote in the last appeal
 */
record RemediationCase(
        UUID id,
        OperatorId operatorId,
        UUID lineId,
        Doubt doubt,
        String causeReference,
        @Nullable UUID campaignId,
        @Nullable Language language,
        Terms terms,
        Instant openedAt,
        CaseState state,
        int steps,
        Instant changedAt,
        byte @Nullable [] sealedContact,
        byte @Nullable [] sealedAppeal) {

    /** When the next alarm has to ring: for a reminder or for a step. */
    Optional<Instant> dueAt() {
        return state.dueAt(terms);
    }

    /** When the next step follows by itself. */
    Optional<Instant> nextStepAt() {
        return state.nextStepAt(terms);
    }

    /** One step further. */
    RemediationCase moved(CaseState next, Instant now) {
        return with(next, steps + 1, now, sealedContact, sealedAppeal);
    }

    /** With what somebody wrote in an appeal. */
    RemediationCase appealed(byte[] sealedStatement) {
        return with(state, steps, changedAt, sealedContact, sealedStatement);
    }

    /** Without anything personal: nobody needs to be reached any more. */
    RemediationCase forgotten() {
        return with(state, steps, changedAt, null, null);
    }

    private RemediationCase with(
            CaseState next, int number, Instant now, byte @Nullable [] contact, byte @Nullable [] appeal) {
        return new RemediationCase(
                id,
                operatorId,
                lineId,
                doubt,
                causeReference,
                campaignId,
                language,
                terms,
                openedAt,
                next,
                number,
                now,
                contact,
                appeal);
    }

    /** Without what is sealed, since records end up in logs. */
    @Override
    public String toString() {
        return "RemediationCase[" + id + ", " + state.standing().phase() + "]";
    }
}
