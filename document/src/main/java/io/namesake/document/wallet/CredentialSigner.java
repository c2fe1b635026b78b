package io.namesake.document.wallet;

import io.namesake.document.EvidenceCheck;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/** Who signed a credential, as far as it is known. */
interface CredentialSigner {

    /** The key that the signature is checked with; empty when nobody knows it. */
    Optional<PublicKey> key();

    /** Whether it is somebody who is believed. @param country two letters, as the credential names it */
    EvidenceCheck issuer(Optional<String> country);

    /** Whether the certificates were valid at a moment; keys without one are valid while they are listed. */
    boolean isValid(Instant at);

    /**
     * Whether its certificates were revoked, as far as that can be said without asking anybody.
     *
     * @param status that somebody else keeps of the credential; while it was not asked, nothing but the certificates' own revocation can be said
     */
    EvidenceCheck revocation(StatusClaim status, Instant now);
}
