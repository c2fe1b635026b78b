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
 * @param language in which the person is told
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
        Language language,
        Terms terms,
        Instant openedAt,
        CaseState state,
        int steps,
        Instant changedAt,
        byte @Nullable [] sealedContact,
        byte @Nullable [] sealedAppeal) {

    Optional<Instant> dueAt() {
        return state.dueAt(terms);
    }

    /** Without what is sealed, since records end up in logs. */
    @Override
    public String toString() {
        return "RemediationCase[" + id + ", " + state.standing().phase() + "]";
    }
}
