package io.namesake.document.trust;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * A country's certificate (CSCA) that is trusted.
 *
 * @param certificate the authority's own or a link certificate
 * @param source why it is trusted, in words
 * @param since the day from which it has been
 */
public record TrustedAuthority(X509Certificate certificate, String source, LocalDate since) {
    public TrustedAuthority {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(since, "since");
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public String sha256() {
        return Fingerprint.of(certificate);
    }

    /** The two letters of the country (C of the subject), or {@code ?}. */
    public String country() {
        return Country.of(certificate.getSubjectX500Principal());
    }

    /** The letters with which machine-readable zones write the country, such as {@code D}, when the certificate says them. */
    public Set<String> lettersInZones() {
        return Country.lettersInZones(certificate);
    }
}
