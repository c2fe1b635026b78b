package io.namesake.reading;

import io.namesake.document.IdentityEvidence;

/**
 * A document that was read.
 *
 * @param evidence what it says, and how far that is borne out
 * @param portrait its picture of the holder, as a file that the face library takes
 */
public record ReadDocument(IdentityEvidence evidence, byte[] portrait) {

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "ReadDocument[" + evidence.source() + ", " + evidence.strength() + "]";
    }
}
