package io.namesake.application;

import io.namesake.decision.Decision;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people decided on an application.
 *
 * @param caseId the case in which they did
 * @param staff who they were, by id; at least one
 * @param decision verified, refused, or for {@link Reason#ATTENDED_CHECK_NEEDED} passed on to somebody who sees the applicant
 * @param attended whether the applicant stood before them; else they decided by pictures
 * @param attestation what an agent attests; there when an attended check verifies, and only then
 */
public record PersonsDecision(
        UUID caseId, List<UUID> staff, Decision decision, boolean attended, Optional<Attestation> attestation) {

    public PersonsDecision {
        staff = List.copyOf(staff);
        if (staff.isEmpty()) {
            throw new IllegalArgumentException("A decision of people has somebody behind it");
        }
        if (attestation.isPresent() != (attended && decision.outcome() == Outcome.VERIFIED)) {
            throw new IllegalArgumentException("Exactly an attended check that verifies has an attestation");
        }
        if (decision.outcome() == Outcome.REVIEW
                && (attended || !decision.reasons().equals(List.of(Reason.ATTENDED_CHECK_NEEDED)))) {
            throw new IllegalArgumentException("People pass an application on only to an attended check");
        }
    }

    public static PersonsDecision byPictures(UUID caseId, List<UUID> staff, Decision decision) {
        return new PersonsDecision(caseId, staff, decision, false, Optional.empty());
    }

    public static PersonsDecision attested(UUID caseId, List<UUID> staff, Attestation attestation) {
        return new PersonsDecision(caseId, staff, Decision.verified(), true, Optional.of(attestation));
    }

    /** @param reasons at least one, each one that refuses */
    public static PersonsDecision refusedInPerson(UUID caseId, List<UUID> staff, List<Reason> reasons) {
        return new PersonsDecision(caseId, staff, new Decision(Outcome.REFUSED, reasons), true, Optional.empty());
    }
}
