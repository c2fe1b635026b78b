package io.namesake.document.wallet;

import io.namesake.document.wallet.CredentialKind.Format;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom to ask whether a credential still counts, and who may answer (draft-ietf-oauth-status-list-21, 6 and 11.3). It is known for credentials whose issuer's
 * signature was verified only: what anybody can write down is no address to call (8.3).
 *
 * <p>Address and place together tell one credential from all others, so this is kept no longer than the question is open (13.8).
 *
 * @param uri of the list, http or https, as the issuer signed it
 * @param index the credential's place on it, from 0 on
 * @param format of the credential, and of the list if there is a choice
 * @param issuer {@code iss} of an SD-JWT VC whose issuer's keys are listed; empty when it came with certificates
 * @param chain the certificates that it came with, the signer's first; empty when the issuer's keys are listed
 */
public record StatusReference(String uri, long index, Format format, Optional<String> issuer, List<byte[]> chain) {
    /** Letters of the longest address. */
    static final int LONGEST = 2_048;

    public StatusReference {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(issuer, "issuer");
        chain = List.copyOf(chain);
        if (index < 0) {
            throw new IllegalArgumentException("index is 0 or more, not " + index);
        }
    }

    /** Says nothing by which somebody could be recognised, since records end up in logs. */
    @Override
    public String toString() {
        return "StatusReference[" + format + "]";
    }
}
