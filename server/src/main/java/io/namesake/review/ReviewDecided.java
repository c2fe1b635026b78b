package io.namesake.review;

import io.namesake.access.OperatorId;
import io.namesake.decision.Outcome;
import java.time.Instant;
import java.util.UUID;

/**
 * People decided a case, and with it an application. Seeded cases, which are about nobody, are not told.
 *
 * @param eventId stable: the same when the event is delivered again
 * @param outcome VERIFIED or REFUSED
 * @param attended whether the applicant stood before an agent; else reviewers decided by pictures
 */
public record ReviewDecided(
        UUID eventId,
        OperatorId operatorId,
        UUID caseId,
        UUID applicationId,
        Outcome outcome,
        boolean attended,
        Instant decidedAt) {}
