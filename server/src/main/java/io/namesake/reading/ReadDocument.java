package io.namesake.reading;

import io.namesake.document.IdentityEvidence;
import io.namesake.document.wallet.StatusReference;
import java.util.Optional;

/**
 * A document that was read.
 *
 * @param evidence what it says, and how far that is borne out
 * @param portrait its picture of the holder, as a file that the face library takes
 * @param status whom to ask whether it still counts, see {@link DocumentReadings#revocation}; empty when nobody keeps that
 */
public record ReadDocument(IdentityEvidence evidence, byte[] portrait, Optional<StatusReference> status) {

    /** One whose issuer keeps no status of it. */
    public ReadDocument(IdentityEvidence evidence, byte[] portrait) {
        this(evidence, portrait, Optional.empty());
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "ReadDocument[" + evidence.source() + ", " + evidence.strength() + "]";
    }
}
