package io.namesake.review.internal;

import io.namesake.application.Attestation;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person found in a case.
 *
 * @param attended whether the applicant stood before them
 * @param attestation what they attest, with {@link DecisionCode#IDENTITY_ATTESTED} only
 */
record Opinion(UUID staff, DecisionCode code, boolean attended, Optional<Attestation> attestation) {

    Opinion {
        if (attestation.isPresent() != code.isAttestation() || (attestation.isPresent() && !attended)) {
            throw new IllegalArgumentException(code + " and its attestation do not go together");
        }
        if (attended ? !code.inPerson() : !code.byPictures()) {
            throw new IllegalArgumentException(code + " cannot be found in this way");
        }
    }

    static Opinion byPictures(UUID staff, DecisionCode code) {
        return new Opinion(staff, code, false, Optional.empty());
    }

    static Opinion inPerson(UUID staff, DecisionCode code) {
        return new Opinion(staff, code, true, Optional.empty());
    }

    static Opinion attested(UUID staff, Attestation attestation) {
        return new Opinion(staff, DecisionCode.IDENTITY_ATTESTED, true, Optional.of(attestation));
    }

    /** The same verdict; and two who attest have read the same in the document. */
    boolean agreesWith(Opinion other) {
        return code.verdict() == other.code.verdict()
                && (attestation.isEmpty()
                        || other.attestation.isEmpty()
                        || sameDocument(attestation.get(), other.attestation.get()));
    }

    private static boolean sameDocument(Attestation one, Attestation other) {
        return one.familyName().equalsIgnoreCase(other.familyName())
                && one.givenNames().equalsIgnoreCase(other.givenNames())
                && one.documentNumber().equalsIgnoreCase(other.documentNumber())
                && one.birthDate().equals(other.birthDate());
    }
}
