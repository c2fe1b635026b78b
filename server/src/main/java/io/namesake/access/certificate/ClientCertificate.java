package io.namesake.access.certificate;

import io.namesake.access.Digests;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate whose key the caller has.
 *
 * @param chain at least one; the caller's own is the first, those after it were sent along and prove nothing yet
 */
public record ClientCertificate(List<X509Certificate> chain) {

    public ClientCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A caller's certificate is missing");
        }
    }

    /** The caller's own. */
    public X509Certificate own() {
        return chain.getFirst();
    }

    /** SHA-256 of its DER form in base64url without padding, 43 characters: {@code x5t#S256} (RFC 8705, clause 3.1). */
    public String thumbprint() {
        try {
            return Digests.s256(own().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }

    /** Whether the time lies between those that the certificate names. */
    public boolean isAliveAt(Instant time) {
        return !time.isBefore(own().getNotBefore().toInstant())
                && !time.isAfter(own().getNotAfter().toInstant());
    }

    @Override
    public String toString() {
        return "ClientCertificate[" + thumbprint() + "]";
    }
}
