package io.namesake.privacy;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Evidence is gone: pictures, what was measured of them, typed fields.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param kinds what was erased, as names of kinds
 * @param cause why now
 */
public record EvidenceErased(
        UUID eventId, OperatorId operatorId, UUID applicationId, List<String> kinds, Cause cause, Instant at) {

    /** Why evidence was erased. */
    public enum Cause {
        /** The decision was recorded, in the same transaction. */
        DECIDED,
        /** The applicant chose a check by a person. */
        ATTENDED_CHECK,
        /** The application was never submitted. */
        NEVER_FINISHED,
        /** The applicant withdrew their consent. */
        CONSENT_WITHDRAWN,
        /** The person it belongs to asked for it. */
        ASKED_FOR,
        /** The review took longer than evidence may be kept. */
        RETENTION_OVER
    }

    public EvidenceErased {
        kinds = List.copyOf(kinds);
    }
}
